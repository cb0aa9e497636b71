import type { Bytes } from '../../analysis/facts/units';
import { correct, type Edit } from '../../analysis/fixes/correct';
import type { ParsedLine } from '../../analysis/header/parsed-line';
import { readLine } from '../../analysis/header/read-line';
import type { Exchange, ScriptWrite, SetLine } from '../../analysis/replay/exchange';
import type { Replay } from '../../analysis/replay/replay';
import { isTrustworthy } from '../../analysis/site/trustworthy';
import { urlParts } from '../../analysis/site/url-parts';
import { whatBecame } from '../../analysis/story/bead';
import { lineSentence, sentSentence, withheldSentence, writeSentence } from '../../analysis/story/sentence';
import type { Profile, Reason, SetReason, Verdict } from '../../analysis/verdict/verdict';
import { refusingStep } from '../../analysis/verdict/verdict-of';
import { say } from '../../words/catalogue';
import { sentenceText } from '../../words/verdict-text';
import type { Trial } from '../lab/trial';
import { trialOf } from '../lab/trial-of';
import { placeOf } from '../list/place';
import type { ShownVerdict } from '../shown/bead-words';
import { type Part, partsOfCookie, partsOfLine } from './attribute-words';
import { type Elsewhere, elsewhereOf } from './elsewhere';
import { mendsOf } from './mend';
import { differWords, lineDiffers, lineStatements, type Statement, sentStatements, withheldStatements } from './verdict-words';

/** Everything the explanation says about one bead: finished words and data to draw. */
export interface Explained {
  readonly verdict: ShownVerdict;
  /** Where it stands: "Set-Cookie 3 of 4 · POST /login". */
  readonly place: string;
  readonly source: Source;
  readonly sentence: string;
  /** The reason that decided; null = none, or not known. */
  readonly reason: Reason | null;
  /** Engine and browser disagree: both are named. */
  readonly differs: string | null;
  readonly statements: readonly Statement[];
  readonly steps: Verdict | null;
  readonly elsewhere: readonly Elsewhere[];
  readonly parts: readonly Part[];
  /** The corrected line; null = nothing to mend, or not by the line. */
  readonly fix: readonly Edit[] | null;
  /** Id of the row before which the jar can be looked at. */
  readonly moment: string;
  /** The exchange whose response changed the jar; null = it is not about a response. */
  readonly response: Exchange | null;
  /** The line for the Lab; null = there is none. */
  readonly trial: Trial | null;
}

export type Source =
  | { readonly kind: 'line'; readonly line: ParsedLine }
  | { readonly kind: 'header'; readonly exchange: Exchange; readonly index: number }
  | { readonly kind: 'jar'; readonly name: Bytes };

/** @param key the bead's; null is given for one that is not of this exchange */
export function explained(exchange: Exchange, key: string, replay: Replay): Explained | null {
  const [, list, number] = /\/(cookies|withheld|lines)\/(\d+)$/.exec(key) ?? [];
  const index = Number(number);
  switch (list) {
    case 'lines':
      return explainedLine(exchange, index, replay);
    case 'cookies':
      return explainedSent(exchange, index, replay);
    case 'withheld':
      return explainedWithheld(exchange, index, replay);
    default:
      return null;
  }
}

function explainedLine(exchange: Exchange, index: number, replay: Replay): Explained | null {
  const line = exchange.lines[index];
  if (!line) return null;
  const { profile } = replay;
  const parsed = readLine(line.line, profile);
  const steps = replay.explainLine(exchange, index, profile);
  const { kind } = whatBecame(line);
  return {
    verdict: kind,
    place: say('explain.set-place', { index: index + 1, count: exchange.lines.length, request: requestWords(exchange) }),
    source: { kind: 'line', line: parsed },
    sentence: sentenceText(lineSentence(line)),
    reason: kind === 'rejected' ? (line.predicted.reasons[0] ?? null) : null,
    differs: lineDiffers(line),
    statements: lineStatements(line, profile),
    steps,
    elsewhere: elsewhereOf(profile, 'set', steps?.allowed ?? 'cannot-tell', (other) =>
      replay.explainLine(exchange, index, other),
    ),
    parts: partsOfLine(
      parsed,
      { at: exchange.received?.at ?? exchange.at, date: exchange.received?.date ?? null, profile },
      steps && (refusingStep(steps)?.span ?? null),
    ),
    fix: kind === 'rejected' ? fixOf(line, parsed, exchange) : null,
    moment: exchange.id,
    response: exchange,
    trial: trialOf(exchange, index),
  };
}

function fixOf(line: SetLine, parsed: ParsedLine, exchange: Exchange): readonly Edit[] | null {
  const changes = mendsOf(line.predicted.reasons as readonly SetReason[], isSecure(exchange.url));
  return changes && correct(parsed, changes);
}

function explainedSent(exchange: Exchange, index: number, replay: Replay): Explained | null {
  const cookie = exchange.cookies[index];
  if (!cookie) return null;
  const { profile } = replay;
  const explain = (other: Profile) => (cookie.cookie ? replay.explainCookie(exchange, cookie.cookie, other) : null);
  const steps = explain(profile);
  return {
    verdict: 'sent',
    place: say('explain.sent-place', { index: index + 1, count: exchange.cookies.length, request: requestWords(exchange) }),
    source: { kind: 'header', exchange, index },
    sentence: sentenceText(sentSentence(cookie)),
    reason: null,
    differs: cookie.agreement === 'differs' ? differWords(cookie.predicted, 'sent') : null,
    statements: sentStatements(cookie, profile),
    steps,
    elsewhere: elsewhereOf(profile, 'send', true, explain),
    parts: cookie.cookie ? partsOfCookie(cookie.cookie) : [],
    fix: null,
    moment: exchange.id,
    response: null,
    trial: null,
  };
}

function explainedWithheld(exchange: Exchange, index: number, replay: Replay): Explained | null {
  const withheld = exchange.withheld[index];
  if (!withheld) return null;
  const { profile } = replay;
  const explain = (other: Profile) => replay.explainCookie(exchange, withheld.cookie, other);
  return {
    verdict: 'withheld',
    place: say('explain.withheld-place', { request: requestWords(exchange) }),
    source: { kind: 'jar', name: withheld.cookie.name },
    sentence: sentenceText(withheldSentence(withheld)),
    reason: withheld.predicted.reasons[0] ?? null,
    differs: withheld.agreement === 'differs' ? differWords(withheld.predicted, 'withheld') : null,
    statements: withheldStatements(withheld, profile),
    steps: explain(profile),
    elsewhere: elsewhereOf(profile, 'send', false, explain),
    parts: partsOfCookie(withheld.cookie, withheld.predicted.reasons[0] ?? null),
    fix: null,
    moment: exchange.id,
    response: null,
    trial: null,
  };
}

/** What can be said of a change that no response explains. */
export function explainedWrite(write: ScriptWrite): Explained {
  return {
    verdict: write.outcome,
    place: say('explain.script-place'),
    source: { kind: 'jar', name: write.change.cookie.name },
    sentence: sentenceText(writeSentence(write)),
    reason: null,
    differs: null,
    statements: [{ evidence: 'observed', text: say('observed.script') }],
    steps: null,
    elsewhere: [],
    parts: partsOfCookie(write.change.cookie),
    fix: null,
    moment: write.id,
    response: null,
    trial: null,
  };
}

function requestWords(exchange: Exchange): string {
  const { method } = exchange.sent;
  const request = `${method} ${placeOf(exchange.url).path}`;
  return exchange.status === null ? request : `${request} · ${exchange.status}`;
}

function isSecure(url: string): boolean {
  const parts = urlParts(url);
  return parts !== null && isTrustworthy(parts);
}
