import { defineRule, fail, observed, pass, predicted, unknown } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { mdn, rfc } from '../engine/link';
import { OTHER_RULES, whyRefused } from '../engine/refusal';
import { isSetReason, refusedFix } from '../engine/refused-fix';
import { s } from '../engine/sentence';
import { breaking, LOST_COOKIE } from '../engine/severity';
import { outcomeOf } from '../subject/cookie-record';
import { decided } from '../subject/decided';
import { likelyReasons } from '../subject/missed';

export const refused = defineRule({
  id: 'refused',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: LOST_COOKIE,
  column: 'name',
  title: 'Correct the line that the browser rejects',
  why: s`A line that the browser rejects sets nothing. The server does not learn of it: to the server every visit looks like a first one.`,
  links: [rfc('5.7'), mdn('Cookies', 'Guides/Cookies')],
  applies: (line) => !line.deletes,
  check: (line) => {
    const { observed: seen, predicted: said } = line.set;
    const outcome = outcomeOf(line.set);
    if (outcome === null) return unknown(s`what became of the line`);
    if (outcome !== 'rejected') return pass;
    const reasons = likelyReasons(said).filter((reason) => !OTHER_RULES.has(reason));
    if (reasons.length === 0 && said.reasons.length > 0) return pass;
    // One browser's own refusal is browsers-disagree's finding.
    if (decided(line, 'chromium').accepted !== decided(line, 'firefox').accepted) return pass;
    // Nothing in the line speaks against it: this browser lets no third party set cookies.
    if (reasons.length === 0 && line.party === 'third') return pass;
    return fail({ reasons, seen: seen.outcome === 'rejected' });
  },
  heading: (line, { reasons }) =>
    reasons[0] === 'preflight'
      ? s`Set ${line.read.name} in a response that is not one to a preflight`
      : s`Correct the line of ${line.read.name}, so that it is stored`,
  statements: (line, { reasons, seen }) => [
    seen
      ? observed(s`It was not in the jar after the response.`, line.places)
      : predicted(s`The browser rejects it.`, line.places),
    ...reasons.map((reason) => predicted(whyRefused(reason))),
    ...(reasons.length === 0 ? [predicted(s`By the standard it would have been stored: the browser has its own reason.`)] : []),
  ],
  fix: (line, { reasons }) =>
    refusedFix({ exchange: line.exchange, line: line.read, reasons: reasons.filter(isSetReason) }) ??
    byAction(null, s`Compare the line with one that was stored.`),
});

export const examples = (): Examples => [
  aLine('a control character in the value', 'fail', 'theme=da\u0001rk; Path=/; Secure', { role: 'preference' }),
  aLine('a Lax cookie in answer to a foreign page’s request', 'fail', 'pref=1; Path=/; Secure; SameSite=Lax', {
    role: 'preference',
    ask: 'GET https://widgets.example/w.js',
    as: 'script',
    from: 'https://shop.example',
    top: 'https://shop.example/',
  }),
  aLine('a line that is stored', 'pass', 'theme=dark; Path=/; Secure', { role: 'preference' }),
  aLine('what another rule explains', 'pass', 'theme=dark; Path=/; SameSite=None', { role: 'preference' }),
];
