import type { SetReason } from '../verdict/verdict';
import { defineRule, fail, observed, pass, predicted, unknown } from './define';
import { aLine, type Examples } from './form/example';
import { mdn, rfc } from './form/link';
import { byAction, byLine } from './form/mend';
import { type Sentence, s } from './form/sentence';
import { breaking } from './form/severity';
import { outcomeOf } from './subject/cookie-record';
import { decided } from './subject/decided';

/** Reasons that have a rule of their own, or are the user's choice and no fault of the server. */
export const ELSEWHERE: ReadonlySet<string> = new Set<SetReason>([
  'third-party-blocked',
  'same-site-none-insecure',
  'partitioned-insecure',
  'secure-insecure-origin',
  'syntax-pair-too-long',
  'syntax-nameless',
  'syntax-nameless-equals',
  'domain-mismatch',
  'domain-public-suffix',
  'domain-invalid',
  'domain-non-ascii',
  'prefix-secure',
  'prefix-host-secure',
  'prefix-host-domain',
  'prefix-host-path',
  'prefix-http-secure',
  'prefix-http-http-only',
]);

const SAYS: Partial<Readonly<Record<string, Sentence>>> = {
  'syntax-control-character': s`There is a control character in the line.`,
  'syntax-tab': s`There is a tab inside a name or value.`,
  'syntax-empty': s`The line has neither a name nor a value.`,
  'scheme-not-cookieable': s`Cookies are for http and https alone.`,
  'path-non-ascii': s`The path holds octets beyond ASCII.`,
  'path-too-long': s`The path is too long for this browser.`,
  'path-tab': s`There is a tab in the path.`,
  'overwrite-secure': s`A cookie without ${'Secure'}, set over http, may not take the place of a ${'Secure'} one of the same name.`,
  'overwrite-http-only': s`A script may not overwrite an ${'HttpOnly'} cookie.`,
  'http-only-from-script': s`A script may not set an ${'HttpOnly'} cookie.`,
  'same-site-cross-site': s`The response answers a request of another site, and the cookie is for its own site only: it lacks ${'SameSite=None; Secure'}.`,
  'prefix-hidden': s`A value without a name begins like a guarded prefix.`,
  'limit-secure-only-left': s`The site has too many cookies, all of them ${'Secure'}.`,
};

export const refused = defineRule({
  id: 'refused',
  scope: 'line',
  severity: breaking,
  title: 'Mend the line that the browser refuses',
  why: s`A line that the browser refuses sets nothing. The server is not told: it sees a visitor who never comes back.`,
  links: [rfc('5.7'), mdn('Cookies', 'Guides/Cookies')],
  applies: (line) => !line.deletes,
  check: (line) => {
    const { observed: seen, predicted: said } = line.set;
    const outcome = outcomeOf(line.set);
    if (outcome === null) return unknown(s`what became of the line`);
    if (outcome !== 'rejected') return pass;
    const reasons = said.reasons.filter((reason) => !ELSEWHERE.has(reason));
    if (reasons.length === 0 && said.reasons.length > 0) return pass;
    // One browser's own refusal is browsers-disagree's finding.
    if (decided(line, 'chromium').accepted !== decided(line, 'firefox').accepted) return pass;
    // Nothing in the line speaks against it: this browser lets no third party set cookies.
    if (reasons.length === 0 && line.party === 'third') return pass;
    return fail({ reasons, seen: seen.outcome === 'rejected' });
  },
  heading: (line) => s`Mend the line of ${line.read.name}, so that it is stored at all`,
  found: (line, { reasons, seen }) => [
    seen
      ? observed(s`It was not in the jar after the response.`, line.places)
      : predicted(s`The browser refuses it.`, line.places),
    ...reasons.map((reason) => predicted(whyRefused(reason))),
    ...(reasons.length === 0
      ? [predicted(s`By the standard it would have been stored: the browser has a reason of its own.`)]
      : []),
  ],
  fix: (line, { reasons }) =>
    reasons[0] === 'same-site-cross-site'
      ? byLine(
          line.read,
          s`If other sites embed this one, say ${'SameSite=None; Secure'}; otherwise set it in answer to a request of your own pages.`,
          [],
        )
      : byAction(null, SAYS[reasons[0] ?? ''] ?? s`Compare the line with one that is stored.`),
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

/** Why a browser refuses a line, as a sentence. */
export const whyRefused = (reason: string): Sentence => SAYS[reason] ?? s`Reason: ${reason}.`;
