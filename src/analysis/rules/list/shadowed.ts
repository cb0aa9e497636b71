import { text } from '../../engine/base/bytes';
import { readLine } from '../../engine/header/read-line';
import { deletionOf } from '../../fixes/line-of';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, rfc, SECURE_COOKIES, wstg } from '../engine/link';
import { requestText } from '../engine/request-words';
import { counted, type Sentence, s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import type { CookieSubject, Place } from '../subject/subject';

export const shadowed = defineRule({
  id: 'shadowed',
  scope: 'cookie',
  severity: { ...credentials('warning', 'note'), 'csrf-token': 'warning' },
  harm: 'cookie-broken',
  points: { error: 8, warning: 8, note: 3 },
  column: 'domain',
  title: 'Keep one cookie with this name',
  why: s`When two cookies with the same name apply to a request, both are sent and the server cannot tell them apart. Most servers use the first, some the last: an old or planted cookie can win.`,
  links: [rfc('5.8.3'), asvs('3.3.3'), wstg('02'), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null,
  check: (cookie) => (cookie.shadowed.count > 0 ? fail({ rival: cookie.rivals()[0] ?? null }) : pass),
  heading: (cookie) => s`Keep one cookie named ${cookie.name}`,
  statements: (cookie, { rival }) => [
    observed(
      s`${[counted(cookie.shadowed.count, 'request')]} were sent with another ${cookie.name} before it.`,
      cookie.shadowed.places,
    ),
    observed(s`This one has ${scopeOf(cookie)}; ${setBy(cookie)}.`, placesOf(cookie)),
    ...(rival === null ? [] : [observed(s`The other one has ${scopeOf(rival)}; ${setBy(rival)}.`, placesOf(rival))]),
    predicted(s`A server that uses the first one never sees this one.`),
  ],
  fix: (_, { rival }) => {
    const advice = s`Set it with one ${'Domain'} and ${'Path'} everywhere, and delete the other once: the deletion must repeat its ${'Domain'} and ${'Path'}.`;
    const deletion = rival?.last == null ? null : deletionOf(rival.last);
    return deletion === null
      ? byAction('delete-cookie', advice)
      : { ...byAction('delete-cookie', advice), line: readLine(deletion), code: [`Set-Cookie: ${text(deletion)}`] };
  },
});

export const examples = (): Examples => [
  {
    title: 'a session id for one host and another for the whole domain',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['sid=aaaa1111; Path=/', 'sid=bbbb2222; Domain=shop.example; Path=/'] },
      { ask: 'GET https://shop.example/account', sends: 'sid=aaaa1111; sid=bbbb2222' },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    title: 'one session id',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['sid=aaaa1111; Path=/'] },
      { ask: 'GET https://shop.example/account', sends: 'sid=aaaa1111' },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
];

function scopeOf({ hostOnly, domain, path }: CookieSubject): Sentence {
  return hostOnly ? s`no ${'Domain'} (host ${domain}) and ${`Path=${path}`}` : s`${`Domain=${domain}`} and ${`Path=${path}`}`;
}

function setBy({ lines, writes, last }: CookieSubject): Sentence {
  const [line] = lines;
  if (line !== undefined) return s`${requestText(line.exchange)} of ${line.host} set it`;
  if (writes.length > 0) return s`no recorded response set it`;
  return last === null ? s`what set it is not known` : s`it existed before the recording`;
}

const placesOf = ({ lines }: CookieSubject): readonly Place[] => lines[0]?.places.slice(0, 1) ?? [];
