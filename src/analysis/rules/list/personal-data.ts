import { text } from '../../engine/base/bytes';
import type { Bytes } from '../../engine/base/units';
import { fromBase64, readable } from '../../messages/base64';
import { isUserName } from '../../session/values/personal';
import type { TokenNote } from '../../session/values/reading';
import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { A_JWT } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { listedWords, listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';
import { placesIn, tokenNotes } from '../engine/token-notes';
import type { CookieSubject } from '../subject/subject';

const FAULTY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDAsImVtYWlsIjoiYW5uQHNob3AuZXhhbXBsZSJ9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const personalData = defineRule({
  id: 'personal-data',
  scope: 'cookie',
  severity: always('warning'),
  harm: 'data-disclosed',
  points: { error: 5, warning: 5, note: 3 },
  column: 'value',
  title: 'Keep personal data out of cookies',
  why: s`A cookie’s value can be read on the device and in every log along the way. A signature prevents changes, not reading.`,
  links: [asvs('14.3.3'), wstg('04'), cwe(315), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => {
    const notes = [...tokenNotes(cookie, 'personal-data', 'sensitive-claim'), ...userNameIn(cookie)];
    return notes.length > 0 ? fail({ notes }) : pass;
  },
  // A user’s name alone is no secret, however it is wrapped.
  mitigated: (_, { notes }) => notes.every(({ slots }) => slots.what === 'user-name'),
  heading: (cookie) => s`Take personal data out of ${cookie.name}`,
  statements: (cookie, { notes }) => {
    const places = placesIn(notes);
    return [
      observed(
        places.length === 0
          ? s`Its value contains ${[kindsIn(notes)]} that can be read.`
          : s`What it carries in ${listOf(places)} can be read: ${[kindsIn(notes)]}.`,
        cookie.lines[0]?.places ?? [],
      ),
    ];
  },
  fix: () => byAction(null, s`Store it on the server under a random id, or encrypt the value.`),
});

export const examples = (): Examples => [
  aLine('an e-mail address in a token', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, {
    role: 'auth-token',
  }),
  aLine('a user’s number', 'pass', `token=${A_JWT}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('a user name by the cookie’s name', 'fail', 'app_UserName=Admin; Path=/; Secure; HttpOnly', { role: 'preference' }),
  aLine('a user’s first and last name', 'fail', 'display_name=Anna%20Smith; Path=/; Secure', { role: 'preference' }),
  aLine('the last who signed in', 'fail', 'lastUser=anna.smith; Path=/; Secure', { role: 'preference' }),
  aLine('somebody who is nobody', 'pass', 'user=guest; Path=/; Secure', { role: 'preference' }),
  aLine('something else of a user', 'pass', 'user_lang=english; Path=/; Secure', { role: 'preference' }),
  aLine('an e-mail address in base64', 'fail', 'who=YW5uQHNob3AuZXhhbXBsZQ==; Path=/; Secure', { role: 'preference' }),
];

/** A name of a user, as the cookie's own name says, as it stands or in base64. */
function userNameIn(cookie: CookieSubject): readonly TokenNote[] {
  const value = cookie.last?.value ?? '';
  const octets = fromBase64(value);
  const spellings = [decoded(value), ...(octets === null ? [] : [readable(octets) ?? ''])];
  return spellings.some((each) => isUserName(cookie.name, each))
    ? [{ kind: 'personal-data', slots: { what: 'user-name', place: '' } }]
    : [];
}

const decoded = (value: string): string =>
  text(value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) as Bytes);

const KINDS: Readonly<Record<string, string>> = {
  'user-name': 'a user’s name',
  email: 'an e-mail address',
  phone: 'a telephone number',
  'card-number': 'what looks like a card number',
  named: 'what its name says',
};

function kindsIn(notes: readonly TokenNote[]): string {
  return listedWords([...new Set(notes.map(({ slots }) => KINDS[String(slots.what)] ?? 'personal data'))]);
}
