import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';
import { tokenNotes } from '../engine/token-notes';

export const serialisedObject = defineRule({
  id: 'serialised-object',
  scope: 'cookie',
  severity: always('error'),
  harm: 'session-taken',
  points: { error: 40, warning: 20, note: 10 },
  column: 'value',
  title: 'Do not put serialised objects into cookies',
  why: s`Visitors can change their cookies. A server that turns one back into objects (PHP’s ${'unserialize'}, Java’s, .NET’s) executes what they wrote into it.`,
  links: [
    { label: 'OWASP: deserialization', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html' },
    wstg('04'),
    cwe(502),
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => (tokenNotes(cookie, 'serialised-object').length > 0 ? fail(null) : pass),
  heading: (cookie) => s`Do not put a serialised object into ${cookie.name}`,
  statements: (cookie) => [
    observed(
      s`Its value is an object in a programming language’s own serialisation, without a signature.`,
      cookie.lines[0]?.places ?? [],
    ),
  ],
  fix: () => byAction(null, s`Keep the object on the server under an id, or write plain JSON and check what comes back.`),
});

export const examples = (): Examples => [
  aLine('a PHP object', 'fail', 'cart=O%3A4%3A%22Cart%22%3A1%3A%7Bs%3A2%3A%22id%22%3Bi%3A7%3B%7D; Path=/; Secure', {
    role: 'cart',
  }),
  aLine('JSON', 'pass', 'cart=%7B%22id%22%3A7%7D; Path=/; Secure', { role: 'cart' }),
];
