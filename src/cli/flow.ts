import { text } from '../analysis/facts/bytes';
import type { Fact } from '../analysis/facts/fact';
import { type Bytes, instant } from '../analysis/facts/units';
import { readLine } from '../analysis/header/read-line';
import type { Exchange, GapRow, Row, ScriptWrite, SetLine } from '../analysis/replay/exchange';
import { Replay } from '../analysis/replay/replay';
import { type Evidence, whatBecame } from '../analysis/story/bead';
import { diagramOf, type Hop } from '../analysis/story/lanes';
import { lineSentence, type Sentence, sentSentence, withheldSentence, writeSentence } from '../analysis/story/sentence';
import { say, sayCount } from '../words/catalogue';
import { openWords, reasonWords, sentenceText } from '../words/verdict-text';
import { aside, block, printable, row } from './flow-layout';

/** Long after the last fact: what waits for an observation gets none. */
const LATER = 60_000;

/**
 * The flow of a recording as text for a terminal: for each request the cookies that were sent, those withheld with the
 * reason, each Set-Cookie line with what became of it, and what scripts wrote. Values of cookies are left out.
 * @param facts of one recording, in their order
 */
export function flowText(facts: readonly Fact[]): string {
  const replay = new Replay().add(facts);
  const last = facts.reduce((latest, { at }) => Math.max(latest, at), 0);
  replay.settle(instant(last + LATER));
  const start = facts[0]?.at ?? 0;
  const blocks = replay.rows.flatMap((each) => rowText(each, start));
  return [...blocks, total(replay.rows)].join('\n');
}

function rowText(each: Row, start: number): readonly string[] {
  const time = clock(each.at - start);
  switch (each.kind) {
    case 'exchange':
      return [exchangeText(each, time)];
    case 'script-write':
      return [writeText(each, time)];
    case 'gap':
      return [gapText(each, time)];
    case 'navigation':
      return [];
    default:
      return each satisfies never;
  }
}

function exchangeText(exchange: Exchange, time: string): string {
  const [hop] = diagramOf([exchange]).hops;
  if (!hop) return '';
  const { method, type } = exchange.sent;
  const notes = [
    say(hop.role === 'first' ? `kind.${type}` : `diagram.${hop.role}`),
    say(`relation.${hop.relation}`),
    ...(exchange.thirdParty ? [say('flow.third-party')] : []),
  ];
  const carried = exchange.cookies.map(({ name }) => nameText(name)).join(', ');
  return block(`${time}  ${method} ${printable(exchange.url)}`, answerText(hop), [
    aside(notes.join(', ')),
    row('↑', say('flow.sent'), carried || say('flow.none')),
    ...exchange.cookies
      .filter(({ agreement, cookie }) => agreement === 'differs' || cookie === null)
      .map((cookie) => row('', '', `${nameText(cookie.name)}: ${sentenceText(sentSentence(cookie))}`)),
    ...exchange.withheld.map((one) =>
      row('⊘', say('flow.withheld'), `${nameText(one.cookie.name)}: ${whyText(withheldSentence(one))}`),
    ),
    ...exchange.lines.flatMap(lineText),
  ]);
}

const MARKS = {
  stored: '✓',
  replaced: '⇄',
  unchanged: '✓',
  deleted: '⌫',
  rejected: '✕',
  unknown: '?',
  expired: '⌫',
  evicted: '⌫',
} as const;

function lineText(line: SetLine): readonly string[] {
  const { kind, evidence } = whatBecame(line);
  const grounds = [evidenceText(evidence)];
  if (line.agreement === 'differs') grounds.push(say('flow.differs', { predicted: verdictText(line.predicted.outcome) }));
  const told = row(MARKS[kind], verdictText(kind), `${maskedLine(line.line)}  [${grounds.join('; ')}]`);
  const says = kind === 'rejected' || kind === 'unknown' || (kind === 'deleted' && line.previous === null);
  return says ? [told, row('', '', sentenceText(lineSentence(line)))] : [told];
}

function writeText(write: ScriptWrite, time: string): string {
  const { domain, path, name } = write.change.cookie;
  const what = `${nameText(name)} (${printable(domain)}${printable(text(path))})  [${evidenceText('observed')}]`;
  return block(`${time}  <> ${sentenceText(writeSentence(write))}`, say('flow.by-script'), [
    row(MARKS[write.outcome], say(`verdict.${write.outcome}`), what),
  ]);
}

function gapText({ gap, changed }: GapRow, time: string): string {
  const length =
    gap.to === null ? say('flow.paused-open') : say('flow.paused', { seconds: Math.round((gap.to - gap.from) / 1000) });
  if (changed === null) return block(`${time}  ${length}`, '', []);
  const names = changed.map(nameText).join(', ');
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
  const exchanges = rows.filter((each) => each.kind === 'exchange');
  const became = exchanges.flatMap(({ lines }) => lines.map((line) => whatBecame(line).kind));
  const count = (...kinds: readonly string[]): number => became.filter((kind) => kinds.includes(kind)).length;
  return say('flow.total', {
    requests: sayCount('count.requests', exchanges.length),
    sent: sayCount(
      'count.sent',
      exchanges.reduce((sum, { cookies }) => sum + cookies.length, 0),
    ),
    withheld: exchanges.reduce((sum, { withheld }) => sum + withheld.length, 0),
    stored: count('stored', 'replaced', 'unchanged'),
    deleted: count('deleted'),
    rejected: count('rejected'),
  });
}

/** The line with its value left out. */
function maskedLine(line: Bytes): string {
  const { valueSpan } = readLine(line);
  const mask = valueSpan.start === valueSpan.end ? '' : say('flow.no-value');
  return printable(text(line.slice(0, valueSpan.start) as Bytes)) + mask + printable(text(line.slice(valueSpan.end) as Bytes));
}

/** Only why: the mark in front has said what. */
function whyText(sentence: Sentence): string {
  if (sentence.kind === 'because') return reasonWords(sentence.reason);
  return sentence.kind === 'open' ? say('flow.cannot-tell', { what: openWords(sentence.missing) }) : sentenceText(sentence);
}

const nameText = (name: Bytes): string => (name === '' ? say('bead.nameless') : printable(text(name)));
const evidenceText = (evidence: Evidence): string => say(`evidence.${evidence}`);
const verdictText = (outcome: SetLine['predicted']['outcome'] | 'unknown'): string =>
  say(`verdict.${outcome === 'cannot-tell' ? 'unknown' : outcome}`);

/** Time since the recording began, as m:ss.s. */
function clock(ms: number): string {
  const tenths = Math.max(0, Math.round(ms / 100));
  return `${Math.floor(tenths / 600)}:${String(Math.floor((tenths % 600) / 10)).padStart(2, '0')}.${tenths % 10}`;
}
