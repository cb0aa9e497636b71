import type { Answer, Diagram, Hop, Lifeline, RequestDiagram } from '../../analysis/story/lanes';
import { say, sayCount } from '../../words/catalogue';
import { placeOf } from '../list/place';
import { type DrawnBead, drawn } from '../shown/bead-words';
import { type TimeOrigin, timeText, tookTime } from '../shown/time';
import { STATUS_TEXT } from './status-text';

export type Lane = 'middle' | 'right';

/** One hop of a request as the diagram draws it: finished words. */
export interface DrawnHop {
  readonly id: string;
  readonly number: number;
  readonly method: string;
  readonly path: string;
  readonly host: string;
  /** What kind of request it is and where it came from. */
  readonly notes: string;
  readonly time: string;
  readonly lane: Lane;
  /** What the request carried is not known. */
  readonly unseen: boolean;
  readonly sent: readonly DrawnBead[];
  readonly withheld: readonly DrawnBead[];
  readonly set: readonly DrawnBead[];
  readonly answer: DrawnAnswer;
}

interface DrawnAnswer {
  readonly status: string;
  readonly rest: string;
  readonly took: string;
  readonly tone: 'plain' | 'bad' | 'faint';
  /** Whether an arrow came back from the server. */
  readonly arrived: boolean;
}

export interface DrawnServer {
  readonly host: string;
  readonly lane: Lane;
  readonly thirdParty: boolean;
}

export interface DrawnSequence {
  readonly hops: readonly DrawnHop[];
  readonly servers: readonly DrawnServer[];
  /** More than two servers share the right lifeline, and every hop names its host. */
  readonly merged: boolean;
}

/** @param origin from where times are told */
export function drawnSequence(diagram: RequestDiagram, origin: TimeOrigin): DrawnSequence {
  const remote = diagram.lifelines.filter((line) => line.kind !== 'browser');
  const merged = remote.length > 2;
  const laneOf = (host: string): Lane => (remote.length === 2 && host === remote[0]?.id ? 'middle' : 'right');
  const servers = merged
    ? [{ lane: 'right' as const, host: sayCount('diagram.servers', remote.length), thirdParty: false }]
    : remote.map((line) => serverOf(line, laneOf(line.id)));
  return { hops: diagram.hops.map((hop) => drawnHop(hop, laneOf(hop.to), origin)), servers, merged };
}

const serverOf = (line: Lifeline, lane: Lane): DrawnServer => ({
  host: line.host,
  lane,
  thirdParty: line.kind === 'third-party',
});

function drawnHop(hop: Hop, lane: Lane, origin: TimeOrigin): DrawnHop {
  return {
    id: hop.exchange,
    number: hop.number,
    method: hop.method,
    path: placeOf(hop.url).path,
    host: hop.to,
    notes: notesOf(hop),
    time: timeText(hop.at, origin),
    lane,
    unseen: hop.unseen,
    sent: hop.sent.map(drawn),
    withheld: hop.withheld.map(drawn),
    set: hop.answer.kind === 'response' ? hop.answer.set.map(drawn) : [],
    answer: drawnAnswer(hop.answer, hop.url),
  };
}

function notesOf(hop: Hop): string {
  const what = hop.role === 'first' ? say(`kind.${hop.type}`) : say(`diagram.${hop.role}`);
  const notes = [what, say(`relation.${hop.relation}`)];
  const { from, inFrame } = hop.cause;
  const source = from === null || hop.role === 'redirect' ? null : shortSource(from, hop.url);
  if (source !== null) notes.push(say('diagram.from', { place: source }));
  if (inFrame) notes.push(say('diagram.in-frame'));
  if (hop.purpose !== 'normal') notes.push(say(`diagram.${hop.purpose}`));
  return notes.join(' · ');
}

function drawnAnswer(answer: Answer, url: string): DrawnAnswer {
  switch (answer.kind) {
    case 'response': {
      const { status, took, redirectsTo, mediaType, fromCache } = answer;
      const rest = [
        redirectsTo === null ? mediaType : say('diagram.to', { path: shortTarget(redirectsTo, url) }),
        fromCache ? say('diagram.from-cache') : null,
      ].filter((each) => each !== null);
      const tone = status >= 400 ? 'bad' : 'plain';
      return { status: statusWords(status), rest: rest.join(' · '), took: tookTime(took), tone, arrived: true };
    }
    case 'internal-redirect':
      return { ...UNANSWERED, status: say('diagram.internal'), rest: say('diagram.to', { path: shortTarget(answer.to, url) }) };
    case 'cached':
      return { ...UNANSWERED, status: answer.status === null ? '' : statusWords(answer.status), rest: say('diagram.from-cache') };
    case 'failed':
      return { ...UNANSWERED, status: say('diagram.failed', { error: answer.error }), tone: 'bad' };
    case 'waiting':
      return { ...UNANSWERED, status: say('diagram.waiting'), tone: 'faint' };
    default:
      return answer satisfies never;
  }
}

const UNANSWERED: DrawnAnswer = { status: '', rest: '', took: '', tone: 'plain', arrived: false };

function shortTarget(to: string, from: string): string {
  const target = placeOf(to);
  return target.host === placeOf(from).host ? target.path : target.host + target.path;
}

/** The path of a page of the same host, otherwise its host with it; null = only the origin is known, and it is the same. */
function shortSource(from: string, to: string): string | null {
  const { host, path } = placeOf(from);
  const isOrigin = /^[^/]+:\/\/[^/]*$/.test(from);
  if (host === placeOf(to).host) return isOrigin ? null : path;
  return isOrigin ? host : host + path;
}

function statusWords(status: number): string {
  const name = STATUS_TEXT[status];
  return name ? `${status} ${name}` : String(status);
}

/** How many hops, sent cookies and lines a diagram holds, for its title. */
export function titleCounts(diagram: Diagram): string {
  if (diagram.kind === 'script') return say('diagram.script-wrote');
  const counts = [sayCount('count.sent', diagram.sent), sayCount('count.lines', diagram.lines)];
  return (diagram.hops.length > 1 ? [sayCount('count.hops', diagram.hops.length), ...counts] : counts).join(' · ');
}
