import type { TokenNote } from '../session/value/reading';
import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { notesOf, placesIn } from './form/note-of';
import { listed, s } from './form/sentence';
import { always } from './form/severity';

const SOUND =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const FAULTY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDAsImVtYWlsIjoiYW5uQHNob3AuZXhhbXBsZSJ9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const personalData = defineRule({
  id: 'personal-data',
  scope: 'cookie',
  severity: always('warning'),
  title: 'Keep personal data out of cookies',
  why: s`A cookie’s value lies open: on the device, in every log along the way, to whoever decodes it. A signature keeps others from changing it, not from reading it.`,
  links: [asvs('14.3.3'), wstg('04'), cwe(315), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => {
    const notes = notesOf(cookie, 'personal-data', 'sensitive-claim');
    return notes.length > 0 ? fail({ notes }) : pass;
  },
  heading: (cookie) => s`Take personal data out of ${cookie.name}`,
  found: (cookie, { notes }) => {
    const places = placesIn(notes);
    return [
      observed(
        places.length === 0
          ? s`Its value holds ${[kindsIn(notes)]} that can be read.`
          : s`What it carries in ${listed(places)} can be read: ${[kindsIn(notes)]}.`,
        cookie.lines[0]?.places ?? [],
      ),
    ];
  },
  fix: () => byAction(null, s`Keep it on the server, under an id that says nothing; or encrypt the value.`),
});

export const examples = (): Examples => [
  aLine('an e-mail address in a token', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, {
    role: 'auth-token',
  }),
  aLine('a user’s number', 'pass', `token=${SOUND}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('an e-mail address in base64', 'fail', 'who=YW5uQHNob3AuZXhhbXBsZQ==; Path=/; Secure', { role: 'preference' }),
];

const KINDS: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  phone: 'a telephone number',
  'card-number': 'what looks like a card number',
  named: 'what its name says',
};

function kindsIn(notes: readonly TokenNote[]): string {
  return [...new Set(notes.map(({ slots }) => KINDS[String(slots.what)] ?? 'personal data'))].join(', ');
}
