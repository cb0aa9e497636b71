import { readLine } from '../../engine/header/read-line';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { masked } from '../engine/masked-line';
import { s } from '../engine/sentence';
import { breaking, LOST_COOKIE } from '../engine/severity';

export const cookiesJoined = defineRule({
  id: 'cookies-joined',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: LOST_COOKIE,
  column: 'name',
  title: 'Send a separate header for each cookie',
  why: s`A ${'Set-Cookie'} header contains one cookie: browsers do not split it at commas. What follows a comma becomes part of an attribute, and the second cookie is lost.`,
  links: [
    rfc('4.1.1'),
    mdnSetCookie(),
    { label: 'RFC 9110 §5.3', url: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-5.3' },
  ],
  ofGarbled: true,
  applies: () => true,
  check: ({ garbled }) => (garbled?.kind === 'joined' ? fail(garbled) : pass),
  heading: (line, { second }) => s`Send ${line.read.name} and ${second} in separate headers`,
  statements: (line, { second }) => [
    observed(s`One line contains ${line.read.name} and, after a comma, ${second}.`, line.places),
    predicted(s`Browsers store only ${line.read.name}; ${second} is not set.`),
  ],
  fix: (_, { lines }) => ({
    ...byAction(null, s`Send two ${'Set-Cookie'} headers: append the second one instead of joining them with a comma.`),
    code: lines.map((each) => `Set-Cookie: ${masked(readLine(each))}`),
  }),
});

export const examples = (): Examples => [
  aLine('two cookies in one line', 'fail', 'foo=1; Path=/; SameSite=Lax, bar=2; Path=/; HttpOnly', { role: 'session-id' }),
  aLine('a comma in a date', 'pass', 'foo=1; Path=/; Expires=Wed, 25 Nov 2026 07:28:00 GMT; Secure', { role: 'session-id' }),
];
