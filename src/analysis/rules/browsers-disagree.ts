import { Jar } from '../jar/jar';
import type { Exchange } from '../replay/exchange';
import { type Access, accessOf } from '../verdict/access';
import { decideSet, type SetDecision } from '../verdict/on-set';
import { defineRule, fail, pass, predicted, unknown } from './define';
import { aLine } from './form/example';
import { mdn, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { breaking } from './form/severity';
import { ELSEWHERE } from './refused';
import { outcomeOf } from './subject/cookie-record';
import type { LineSubject } from './subject/subject';

export const browsersDisagree = defineRule({
  id: 'browsers-disagree',
  scope: 'line',
  severity: breaking,
  title: 'Write a line that every browser takes',
  why: s`Some lines are stored by one browser and refused by another. A part of your visitors then has no such cookie, and the server does not learn why.`,
  links: [rfc('5.7'), mdn('Set-Cookie', 'Reference/Headers/Set-Cookie')],
  // What the browser at hand refuses is told by the rule on why.
  applies: (line) => !line.deletes && outcomeOf(line.set) !== 'rejected',
  check: (line) => {
    const chromium = decided(line, 'chromium');
    const firefox = decided(line, 'firefox');
    if (chromium.accepted === 'cannot-tell' || firefox.accepted === 'cannot-tell') {
      return unknown(s`in what circumstances the line arrived`);
    }
    const explained = [...chromium.reasons, ...firefox.reasons].some((reason) => ELSEWHERE.has(reason));
    if (chromium.accepted === firefox.accepted || explained) return pass;
    return fail(chromium.accepted ? { by: 'Chrome', not: 'Firefox' } : { by: 'Firefox', not: 'Chrome' });
  },
  heading: (line) => s`Write ${line.read.name} so that every browser takes it`,
  found: (line, { by, not }) => [predicted(s`${[by]} stores it, ${[not]} refuses it.`, line.places)],
  fix: (line) => byLine(line.read, s`The Lab shows the step at which they part, and lets you try a line that both take.`, []),
  examples: [
    {
      says: 'a tab inside the value, recorded in Firefox: Chrome refuses it',
      steps: [{ ask: 'GET https://shop.example/', sets: ['theme=da\trk; Path=/; Secure'] }],
      browser: 'firefox',
      of: 'theme',
      expect: 'fail',
    },
    aLine('nothing before the equals sign: another rule tells of it', 'pass', '=dark; Path=/; Secure'),
    aLine('a line that all take', 'pass', 'theme=dark; Path=/; Secure', { role: 'preference' }),
  ],
});

/** With third-party cookies let in: what a user blocks is not the line's fault. */
function decided({ exchange, set }: LineSubject, profile: 'chromium' | 'firefox'): SetDecision {
  return decideSet(EMPTY, accessTo(exchange, profile), set.line);
}

/** Never put into: what else is in the jar differs by browser, not by line. */
const EMPTY = new Jar();
const accesses = { chromium: new WeakMap<Exchange, Access>(), firefox: new WeakMap<Exchange, Access>() };

/** Worked out once for all lines of a response. */
function accessTo(exchange: Exchange, profile: 'chromium' | 'firefox'): Access {
  const before = accesses[profile].get(exchange);
  if (before !== undefined) return before;
  const { received, url, context, at } = exchange;
  const occasion = { url, via: 'http', context, at: received?.at ?? at, date: received?.date ?? null } as const;
  const made = accessOf(occasion, { profile, thirdParty: 'allow' });
  accesses[profile].set(exchange, made);
  return made;
}
