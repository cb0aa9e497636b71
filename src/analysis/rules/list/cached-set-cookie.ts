import type { Exchange } from '../../replay/rows/exchange';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { cwe, mdn, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

export const cachedSetCookie = defineRule({
  id: 'cached-set-cookie',
  scope: 'line',
  severity: { ...credentials('error', 'note'), 'csrf-token': 'warning' },
  harm: 'session-taken',
  points: { error: 20, warning: 10, note: 3 },
  column: 'name',
  title: 'Keep responses that set cookies out of shared caches',
  why: s`A cache between the site and its visitors may send a stored response with its ${'Set-Cookie'} to someone else. If it sets a session id, one visitor gets the session of another.`,
  links: [
    { label: 'RFC 9111 §7.3', url: 'https://www.rfc-editor.org/rfc/rfc9111.html#section-7.3' },
    mdn('Cache-Control', 'Reference/Headers/Cache-Control'),
    wstg('04'),
    cwe(524),
  ],
  applies: (line) => line.exchange.received !== null && !line.deletes,
  check: (line) => {
    const control = headerOf(line.exchange, 'cache-control');
    return isShared(line.exchange, control) ? fail({ control }) : pass;
  },
  // Without public or s-maxage a cache may keep it, and most do not.
  mitigated: (_, { control }) => !/\b(?:public|s-maxage)\b/i.test(control),
  heading: (line) => s`Keep the response that sets ${line.read.name} out of shared caches`,
  statements: (line, { control }) => [
    observed(s`The response says ${`Cache-Control: ${control}`}.`, line.places),
    predicted(s`A shared cache may store it, ${'Set-Cookie'} included.`),
  ],
  fix: () =>
    byAction(
      'no-store',
      s`Answer with ${'Cache-Control: private'} or ${'no-store'} whenever a cookie is set; set none on static files.`,
    ),
});

export const examples = (): Examples => [
  aLine('a session id on a page for everybody', 'fail', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
    ask: 'GET https://shop.example/',
    answers: { 'cache-control': 'public, max-age=600' },
  }),
  {
    title: 'a page for everybody first, a sign-in that nobody keeps after it',
    steps: [
      {
        ask: 'GET https://shop.example/',
        answers: { 'cache-control': 'public, max-age=600' },
        sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'],
      },
      {
        ask: 'POST https://shop.example/login',
        answers: { 'cache-control': 'no-store' },
        sets: ['sid=9b02c7715e8fd1a0; Path=/; Secure; HttpOnly'],
      },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  aLine('private', 'pass', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
    ask: 'GET https://shop.example/',
    answers: { 'cache-control': 'private, max-age=600' },
  }),
  aLine('no Cache-Control', 'pass', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
    ask: 'GET https://shop.example/',
  }),
  aLine('the answer to a POST', 'pass', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
    answers: { 'cache-control': 'max-age=600' },
  }),
];

const headerOf = ({ received }: Exchange, name: string): string =>
  received?.headers.find((header) => header.name === name)?.value ?? '';

/** Whether a shared cache is told that it may keep the response. @see RFC 9111 §3 */
function isShared({ sent }: Exchange, control: string): boolean {
  if (sent.method !== 'GET' && sent.method !== 'HEAD') return false;
  // Naming the field in private or no-cache keeps that field out.
  if (/\b(?:private|no-store|no-cache)\b/i.test(control)) return false;
  if (/\bs-maxage\s*=\s*"?0*[1-9]/i.test(control)) return true;
  if (/\bs-maxage\s*=/i.test(control)) return false;
  if (/\bmax-age\s*=\s*"?0+\b/i.test(control)) return false;
  return /\bpublic\b/i.test(control) || /\bmax-age\s*=\s*"?0*[1-9]/i.test(control);
}
