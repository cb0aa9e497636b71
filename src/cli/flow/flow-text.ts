import '../../words/all-words';
import { text } from '../../analysis/engine/base/bytes';
import { type Bytes, instant } from '../../analysis/engine/base/units';
import { readLine } from '../../analysis/engine/header/read-line';
import type { Fact } from '../../analysis/facts/fact';
import { incidentsOf } from '../../analysis/incidents/incidents';
import { Replay } from '../../analysis/replay/replay';
import type { ChangeRow, Exchange, GapRow, Row, SetLine } from '../../analysis/replay/rows/exchange';
import { plain } from '../../analysis/rules/engine/sentence';
import { sessionsOf } from '../../analysis/session/sessions';
import { type Basis, whatBecame } from '../../analysis/story/bead';
import { countsOf, rowCounts, summedCounts } from '../../analysis/story/counts';
import { diagramOf, type Hop } from '../../analysis/story/lanes';
import { nearMisses } from '../../analysis/story/near-misses';
import {
  changeSentence,
  lineSentence,
  sentSentence,
  type VerdictSentence,
  withheldSentence,
} from '../../analysis/story/sentence';
import { say, sayCount } from '../../words/catalogue';
import { attributionWords } from '../../words/change-text';
import { listText } from '../../words/format';
import { nearMissText } from '../../words/particular-text';
import { basisText } from '../../words/policy-text';
import { printable } from '../../words/printable';
import { openWords, reasonWords, sentenceText } from '../../words/verdict-text';
import { aside, block, row } from '../layout/flow-layout';

/** Long after the last fact: what waits for an observation gets none. */
const LATER = 60_000;

/**
 * The flow of a recording as text for a terminal: for each request the cookies that were sent, those withheld with the
 * reason, each Set-Cookie line with what became of it, and what else changed the jar. Values of cookies are left out.
 * @param facts of one recording, in their order
 */
export function flowText(facts: readonly Fact[]): string {
  const replay = new Replay().add(facts);
  const last = facts.reduce((latest, { at }) => Math.max(latest, at), 0);
  replay.settle(instant(last + LATER));
  const start = facts[0]?.at ?? 0;
  const blocks = replay.rows.flatMap((each) => rowText(each, start, replay));
  return [...blocks, ...incidentsText(replay, start), total(replay.rows)].join('\n');
}

/** What went wrong and because of which cookie, with what to do. */
function incidentsText({ rows, profile }: Replay, start: number): readonly string[] {
  const known = { sessions: sessionsOf(rows, null), digest: null, browser: profile };
  return incidentsOf(rows, known).all.map(({ since, heading, confidence, why, remedy }) =>
    block(`${clock(since - start)}  ! ${printable(plain(heading))}`, say(`incident.confidence.${confidence}`), [
      aside(printable(plain(why))),
      ...[remedy()].flatMap((found) => (found === null ? [] : [row('→', say('explain.fix'), printable(plain(found.advice)))])),
    ]),
  );
}

function rowText(each: Row, start: number, replay: Replay): readonly string[] {
  const time = clock(each.at - start);
  switch (each.kind) {
    case 'exchange':
      return [exchangeText(each, time, replay)];
    case 'change':
      return [writeText(each, time)];
    case 'gap':
      return [gapText(each, time)];
    case 'navigation':
      return [];
    default:
      return each satisfies never;
  }
}

function exchangeText(exchange: Exchange, time: string, replay: Replay): string {
  const [hop] = diagramOf([exchange]).hops;
  if (!hop) return '';
  const { method, type } = exchange.sent;
  const notes = [
    say(hop.role === 'first' ? `kind.${type}` : `diagram.${hop.role}`),
    say(`relation.${hop.relation}`),
    ...(exchange.thirdParty ? [say('flow.third-party')] : []),
  ];
  const carried = listText(exchange.cookies.map(({ name }) => nameText(name)));
  return block(`${time}  ${printable(`${method} ${exchange.url}`)}`, answerText(hop), [
    aside(listText(notes)),
    row('↑', say('flow.sent'), carried || say('flow.none')),
    ...exchange.cookies
      .filter(({ agreement, cookie }) => agreement === 'differs' || cookie === null)
      .map((cookie) => row('', '', `${nameText(cookie.name)}: ${sentenceText(sentSentence(cookie, exchange))}`)),
    ...exchange.withheld.map((one) =>
      row('⊘', say('flow.withheld'), `${nameText(one.cookie.name)}: ${whyText(withheldSentence(one))}`),
    ),
    ...(exchange.policy === null ? [] : [row('', '', printable(basisText(exchange.policy, exchange.id)))]),
    ...nearMisses(exchange, replay.jarAt(exchange)).map((miss) => row('', '', nearMissText(miss))),
    ...exchange.lines.flatMap(lineText),
  ]);
}

const MARKS = {
  stored: '✓',
  replaced: '⇄',
  unchanged: '✓',
  deleted: '⌫',
  'deleted-nothing': '∅',
  'dead-on-arrival': '∅',
  rejected: '✕',
  unknown: '?',
  expired: '⌫',
  evicted: '⌫',
} as const;

function lineText(line: SetLine): readonly string[] {
  const { kind, evidence } = whatBecame(line);
  const grounds = [evidenceText(evidence)];
  if (line.agreement === 'differs') grounds.push(say('flow.differs', { predicted: verdictText(line.predicted.outcome) }));
  const headline = row(MARKS[kind], verdictText(kind), `${maskedLine(line.line)}  [${grounds.join('; ')}]`);
  const says = kind === 'rejected' || kind === 'unknown' || kind === 'deleted-nothing' || kind === 'dead-on-arrival';
  return says ? [headline, row('', '', sentenceText(lineSentence(line)))] : [headline];
}

function writeText(write: ChangeRow, time: string): string {
  const { domain, path, name } = write.change.cookie;
  const what = `${nameText(name)} (${printable(domain)}${printable(text(path))})  [${evidenceText('observed')}]`;
  return block(`${time}  <> ${sentenceText(changeSentence(write))}`, attributionWords(write.attribution), [
    row(MARKS[write.outcome], say(`verdict.${write.outcome}`), what),
  ]);
}

function gapText({ gap, changed }: GapRow, time: string): string {
  const length =
    gap.to === null ? say('flow.paused-open') : say('flow.paused', { seconds: Math.round((gap.to - gap.from) / 1000) });
  if (changed === null) return block(`${time}  ${length}`, '', []);
  const names = listText(changed.map(nameText));
  return block(`${time}  ${length}`, '', [aside(names === '' ? say('flow.unchanged') : say('flow.changed', { names }))]);
}

function answerText({ answer }: Hop): string {
  switch (answer.kind) {
    case 'response':
      return [answer.status, answer.mediaType, answer.fromCache ? say('flow.cached') : null]
        .filter((part) => part !== null)
        .join(' ');
    case 'internal-redirect':
      return say('flow.internal', { url: printable(answer.to) });
    case 'cached':
      return say('flow.cached');
    case 'failed':
      return say('flow.failed', { error: printable(answer.error) });
    case 'waiting':
      return say('flow.waiting');
    default:
      return answer satisfies never;
  }
}

function total(rows: readonly Row[]): string {
  const { requests } = rowCounts(rows);
  const counts = summedCounts(rows.filter(({ kind }) => kind === 'exchange').map(countsOf));
  return say('flow.total', {
    requests: sayCount('count.requests', requests),
    sent: counts.sent,
    withheld: counts.withheld,
    set: counts.set,
    none: counts.noEffect,
    rejected: counts.rejected,
    unknown: counts.unknown,
  });
}

/** The line with its value left out. */
function maskedLine(line: Bytes): string {
  const { valueSpan } = readLine(line);
  const mask = valueSpan.start === valueSpan.end ? '' : say('flow.no-value');
  return printable(text(line.slice(0, valueSpan.start) as Bytes)) + mask + printable(text(line.slice(valueSpan.end) as Bytes));
}

/** Only why: the mark in front has said what. */
function whyText(sentence: VerdictSentence): string {
  if (sentence.kind === 'because') return reasonWords(sentence.reason);
  return sentence.kind === 'open' ? say('flow.cannot-tell', { what: openWords(sentence.missing) }) : sentenceText(sentence);
}

const nameText = (name: Bytes): string => (name === '' ? say('bead.nameless') : printable(text(name)));
const evidenceText = (evidence: Basis): string => say(`evidence.${evidence}`);
const verdictText = (outcome: SetLine['predicted']['outcome'] | 'unknown'): string =>
  say(`verdict.${outcome === 'cannot-tell' ? 'unknown' : outcome}`);

/** Time since the recording began, as m:ss.s. */
function clock(ms: number): string {
  const tenths = Math.max(0, Math.round(ms / 100));
  return `${Math.floor(tenths / 600)}:${String(Math.floor((tenths % 600) / 10)).padStart(2, '0')}.${tenths % 10}`;
}
