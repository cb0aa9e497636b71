import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { notesOf } from './form/note-of';
import { s } from './form/sentence';
import { always } from './form/severity';

export const serialisedObject = defineRule({
  id: 'serialised-object',
  scope: 'cookie',
  severity: always('error'),
  title: 'Do not put serialised objects into cookies',
  why: s`Visitors can change their cookies. A server that turns one back into objects (PHP’s ${'unserialize'}, Java’s, .NET’s) runs what they wrote into it.`,
  links: [
    { label: 'OWASP: deserialization', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html' },
    wstg('04'),
    cwe(502),
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => (notesOf(cookie, 'serialised-object').length > 0 ? fail(null) : pass),
  heading: (cookie) => s`Do not put a serialised object into ${cookie.name}`,
  found: (cookie) => [
    observed(
      s`Its value is an object as a language’s own serialisation writes it, without a signature.`,
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
