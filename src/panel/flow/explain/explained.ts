import type { Bytes } from '../../../analysis/engine/base/units';
import type { ParsedLine } from '../../../analysis/engine/header/parsed-line';
import { readLine } from '../../../analysis/engine/header/read-line';
import type { Profile, Reason, Verdict } from '../../../analysis/engine/verdict/verdict';
import { refusingStep } from '../../../analysis/engine/verdict/verdict-of';
import type { Replay } from '../../../analysis/replay/replay';
import type { ByScript } from '../../../analysis/replay/rows/attribution';
import type { ChangeRow, Exchange } from '../../../analysis/replay/rows/exchange';
import { whatBecame } from '../../../analysis/story/bead';
import { lineParticulars, sentParticulars, withheldParticulars } from '../../../analysis/story/particulars';
import { changeSentence, lineSentence, sentSentence, withheldSentence } from '../../../analysis/story/sentence';
import { say } from '../../../words/catalogue';
import { attributionWords } from '../../../words/change-text';
import { particularText } from '../../../words/particular-text';
import { sentenceText } from '../../../words/verdict-text';
import type { ShownVerdict } from '../../shared/presentation/bead-words';
import { placeOf } from '../../shared/presentation/place';
import { type RecordedTrial, trialOf, trialOfSending } from '../../state/trial-of';
import { partsOfCookie, partsOfLine } from './attribute-words';
import type { CookiePart } from './cookie-part';
import { type Elsewhere, elsewhereOf } from './elsewhere';
import { type SurvivorRows, survivorRows } from './survivor';
import {
  changeStatements,
  differWords,
  lineDiffers,
  lineStatements,
  sentStatements,
  type VerdictStatement,
  withheldStatements,
} from './verdict-words';

/** Everything the explanation says about one bead: finished words and data to draw. */
export interface Explained {
  readonly verdict: ShownVerdict;
  /** Where it stands: "Set-Cookie 3 of 4 · POST /login". */
  readonly place: string;
  readonly source: Source;
  readonly sentence: string;
  /** The reason that decided; null = none, or not known. */
  readonly reason: Reason | null;
  /** What is particular to this cookie and this request. */
  readonly particulars: readonly string[];
  /** Of a line that deleted nothing: the cookie in the jar beside the one that the line names. */
  readonly survivor: SurvivorRows | null;
  /** Engine and browser disagree: both are named. */
  readonly differs: string | null;
  readonly statements: readonly VerdictStatement[];
  readonly steps: Verdict | null;
  readonly elsewhere: readonly Elsewhere[];
  readonly parts: readonly CookiePart[];
  /** What may have a fix; null = it did what it was meant to. */
  readonly fixable: Fixable | null;
  /** Id of the row before which the jar can be looked at. */
  readonly moment: string;
  /** The line that may have changed the jar; null = it is not about a line. */
  readonly line: { readonly exchange: Exchange; readonly index: number } | null;
  /** The traced script that made the change; null = no script is known. */
  readonly script: ByScript | null;
  /** What the Lab begins with; null = there is no line. */
  readonly trial: RecordedTrial | null;
}

/** A bead of a request by its place. */
export interface Fixable {
  readonly exchange: Exchange;
  readonly list: 'lines' | 'withheld';
  readonly index: number;
}

type Source =
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
  const particulars = lineParticulars(exchange, line, parsed, { profile, setterOf: (cookie) => replay.setterOf(cookie) });
  const isNamed = particulars.some((each) => each.kind === 'domain');
  return {
    verdict: kind,
    place: say('explain.set-place', { index: index + 1, count: exchange.lines.length, request: requestWords(exchange) }),
    source: { kind: 'line', line: parsed },
    sentence: sentenceText(lineSentence(line)),
    // What the Domain is says more than why no such domain is taken.
    reason: kind === 'rejected' && !isNamed ? (line.predicted.reasons[0] ?? null) : null,
    particulars: particulars.map(particularText),
    survivor: kind === 'deleted-nothing' ? survivorRows(line) : null,
    differs: lineDiffers(line, exchange.policy),
    statements: lineStatements(line, exchange, profile),
    steps,
    elsewhere: elsewhereOf(profile, line.deletes ? 'delete' : 'set', steps?.allowed ?? 'cannot-tell', (other) =>
      replay.explainLine(exchange, index, other),
    ),
    parts: partsOfLine(
      parsed,
      { at: exchange.received?.at ?? exchange.at, date: exchange.received?.date ?? null, profile },
      steps && (refusingStep(steps) ?? null),
    ),
    fixable: MISSES.has(kind) ? { exchange, list: 'lines', index } : null,
    moment: exchange.id,
    line: { exchange, index },
    script: null,
    trial: trialOfLine(exchange, index),
  };
}

function trialOfLine(exchange: Exchange, index: number): RecordedTrial | null {
  const trial = trialOf(exchange, index);
  return trial && { trial, source: { exchange: exchange.id, index } };
}

/** What a line can come to that was hardly meant. */
const MISSES: ReadonlySet<ShownVerdict> = new Set<ShownVerdict>(['rejected', 'deleted-nothing', 'dead-on-arrival']);

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
    sentence: sentenceText(sentSentence(cookie, exchange)),
    reason: null,
    particulars: sentParticulars(exchange, cookie, profile, (each) => replay.setterOf(each)).map(particularText),
    survivor: null,
    differs: cookie.agreement === 'differs' ? differWords(cookie.predicted, 'sent', exchange.policy) : null,
    statements: sentStatements(cookie, exchange, profile),
    steps,
    elsewhere: elsewhereOf(profile, 'send', true, explain),
    parts: cookie.cookie ? partsOfCookie(cookie.cookie) : [],
    fixable: null,
    moment: exchange.id,
    line: null,
    script: null,
    trial: cookie.cookie && trialOfSending(exchange, cookie.cookie, replay),
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
    particulars: withheldParticulars(exchange, withheld, (each) => replay.setterOf(each)).map(particularText),
    survivor: null,
    differs: withheld.agreement === 'differs' ? differWords(withheld.predicted, 'withheld', exchange.policy) : null,
    statements: withheldStatements(withheld, exchange, profile),
    steps: explain(profile),
    elsewhere: elsewhereOf(profile, 'send', false, explain),
    parts: partsOfCookie(withheld.cookie, withheld.predicted.reasons[0] ?? null),
    fixable: { exchange, list: 'withheld', index },
    moment: exchange.id,
    line: null,
    script: null,
    trial: trialOfSending(exchange, withheld.cookie, replay),
  };
}

/** What can be said of a change that no response explains. */
export function explainedChange(write: ChangeRow): Explained {
  return {
    verdict: write.outcome,
    place: `${write.change.cookie.domain} · ${attributionWords(write.attribution)}`,
    source: { kind: 'jar', name: write.change.cookie.name },
    sentence: sentenceText(changeSentence(write)),
    reason: null,
    particulars: [],
    survivor: null,
    differs: null,
    statements: changeStatements(write),
    steps: null,
    elsewhere: [],
    parts: partsOfCookie(write.change.cookie),
    fixable: null,
    moment: write.id,
    line: null,
    script: write.attribution.kind === 'script' ? write.attribution : null,
    trial: null,
  };
}

function requestWords(exchange: Exchange): string {
  const { scheme, host, path } = placeOf(exchange.url);
  const request = `${exchange.sent.method} ${host === '' ? path : `${scheme}://${host}${path}`}`;
  return exchange.status === null ? request : `${request} · ${exchange.status}`;
}
