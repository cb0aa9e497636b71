import { bytes } from '../../engine/base/bytes';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdn } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

export const priorityUnknown = defineRule({
  id: 'priority-unknown',
  scope: 'line',
  severity: always('note'),
  harm: 'none',
  points: { error: 0, warning: 0, note: 0 },
  column: 'priority',
  title: 'Write Priority as Low, Medium or High',
  why: s`${'Priority'} is Chrome’s own: it says which cookies are evicted first when a site has too many. Another word counts as ${'Medium'}.`,
  links: [
    { label: 'draft-west-cookie-priority', url: 'https://datatracker.ietf.org/doc/html/draft-west-cookie-priority-00' },
    mdn('Cookies', 'Guides/Cookies'),
  ],
  applies: (line) => line.read.attributes.some((attribute) => attribute.known === 'priority'),
  check: ({ read }) => {
    const last = read.attributes.findLast((attribute) => attribute.known === 'priority');
    return last === undefined || /^(?:low|medium|high)$/i.test(last.value) ? pass : fail({ written: last.value });
  },
  heading: (line) => s`Write Priority of ${line.read.name} as Low, Medium or High`,
  statements: (line, { written }) => [
    observed(s`The line says ${`Priority=${written}`}.`, line.places),
    predicted(s`Chrome treats it as ${'Medium'}; other browsers ignore Priority.`),
  ],
  fix: (line) => byLine(line.read, s`Write one of the three.`, [{ kind: 'set', attribute: 'priority', value: bytes('Medium') }]),
});

export const examples = (): Examples => [
  aLine('a word that is none', 'fail', 'cart=7; Path=/; Secure; Priority=Highest', { role: 'cart' }),
  aLine('High', 'pass', 'cart=7; Path=/; Secure; Priority=High', { role: 'cart' }),
];
