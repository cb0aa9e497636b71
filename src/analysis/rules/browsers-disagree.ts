import { defineRule, fail, pass, predicted, unknown } from './define';
import { aLine, type Examples } from './form/example';
import { mdn, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { breaking } from './form/severity';
import { ELSEWHERE, whyRefused } from './refused';
import { decided } from './subject/decided';

export const browsersDisagree = defineRule({
  id: 'browsers-disagree',
  scope: 'line',
  severity: breaking,
  title: 'Write a line that every browser takes',
  why: s`Some lines are stored by one browser and refused by another. A part of your visitors then has no such cookie, and the server does not learn why.`,
  links: [rfc('5.7'), mdn('Set-Cookie', 'Reference/Headers/Set-Cookie')],
  applies: (line) => !line.deletes,
  check: (line) => {
    const chromium = decided(line, 'chromium');
    const firefox = decided(line, 'firefox');
    if (chromium.accepted === 'cannot-tell' || firefox.accepted === 'cannot-tell') {
      return unknown(s`in what circumstances the line arrived`);
    }
    const explained = [...chromium.reasons, ...firefox.reasons].some((reason) => ELSEWHERE.has(reason));
    if (chromium.accepted === firefox.accepted || explained) return pass;
    const reasons = [...chromium.reasons, ...firefox.reasons];
    return fail(chromium.accepted ? { by: 'Chrome', not: 'Firefox', reasons } : { by: 'Firefox', not: 'Chrome', reasons });
  },
  heading: (line) => s`Write ${line.read.name} so that every browser takes it`,
  found: (line, { by, not, reasons }) => [
    predicted(s`${[by]} stores it, ${[not]} refuses it.`, line.places),
    ...reasons.map((reason) => predicted(whyRefused(reason))),
  ],
  fix: (line) => byLine(line.read, s`The Lab shows the step at which they part, and lets you try a line that both take.`, []),
});

export const examples = (): Examples => [
  {
    says: 'a tab inside the value, recorded in Firefox: Chrome refuses it',
    steps: [{ ask: 'GET https://shop.example/', sets: ['theme=da\trk; Path=/; Secure'] }],
    browser: 'firefox',
    of: 'theme',
    expect: 'fail',
  },
  aLine('nothing before the equals sign: another rule tells of it', 'pass', '=dark; Path=/; Secure'),
  aLine('a line that all take', 'pass', 'theme=dark; Path=/; Secure', { role: 'preference' }),
];
