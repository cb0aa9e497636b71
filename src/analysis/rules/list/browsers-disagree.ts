import { defineRule, fail, pass, predicted, unknown } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdn, rfc } from '../engine/link';
import { OTHER_RULES, whyRefused } from '../engine/refusal';
import { s } from '../engine/sentence';
import { breaking } from '../engine/severity';
import { decided } from '../subject/decided';

export const browsersDisagree = defineRule({
  id: 'browsers-disagree',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: { error: 15, warning: 6, note: 2 },
  column: 'name',
  title: 'Write a line that every browser accepts',
  why: s`Some lines are stored by one browser and rejected by another. Some of your visitors then do not have the cookie, and the server does not learn why.`,
  links: [rfc('5.7'), mdn('Set-Cookie', 'Reference/Headers/Set-Cookie')],
  applies: (line) => !line.deletes,
  check: (line) => {
    const chromium = decided(line, 'chromium');
    const firefox = decided(line, 'firefox');
    if (chromium.accepted === 'cannot-tell' || firefox.accepted === 'cannot-tell') {
      return unknown(s`in what circumstances the line arrived`);
    }
    const explained = [...chromium.reasons, ...firefox.reasons].some((reason) => OTHER_RULES.has(reason));
    if (chromium.accepted === firefox.accepted || explained) return pass;
    const reasons = [...chromium.reasons, ...firefox.reasons];
    return fail(chromium.accepted ? { by: 'Chrome', not: 'Firefox', reasons } : { by: 'Firefox', not: 'Chrome', reasons });
  },
  heading: (line) => s`Write ${line.read.name} so that every browser accepts it`,
  statements: (line, { by, not, reasons }) => [
    predicted(s`${[by]} stores it, ${[not]} rejects it.`, line.places),
    ...reasons.map((reason) => predicted(whyRefused(reason))),
  ],
  fix: (line) => byLine(line.read, s`The Lab shows the step at which they differ, and lets you try a line that both accept.`, []),
});

export const examples = (): Examples => [
  {
    title: 'a tab inside the value, recorded in Firefox: Chrome refuses it',
    steps: [{ ask: 'GET https://shop.example/', sets: ['theme=da\trk; Path=/; Secure'] }],
    browser: 'firefox',
    of: 'theme',
    expect: 'fail',
  },
  aLine('nothing before the equals sign: another rule tells of it', 'pass', '=dark; Path=/; Secure'),
  aLine('a line that all take', 'pass', 'theme=dark; Path=/; Secure', { role: 'preference' }),
];
