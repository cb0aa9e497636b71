import type { Transmission } from '../../../analysis/replay/rows/exchange';
import type { Bead } from '../../../analysis/story/bead';
import type { Diagram, Hop, HopAnswer, Lifeline, RequestDiagram } from '../../../analysis/story/lanes';
import { say, sayCount } from '../../../words/catalogue';
import { listText } from '../../../words/format';
import { type DrawnBead, drawn } from '../../shared/presentation/bead-words';
import { namedScheme, placeOf } from '../../shared/presentation/place';
import { type TimeOrigin, timeText, tookTime } from '../../shared/presentation/time';
import { STATUS_TEXT } from './status-text';

type Lane = 'middle' | 'right';

/** One hop of a request as the diagram draws it: finished words. */
export interface DrawnHop {
  readonly id: string;
  readonly number: number;
  readonly method: string;
  readonly path: string;
  readonly host: string;
  /** Named where it is not https, or where its lifeline has several; null = the lifeline names it. */
  readonly scheme: string | null;
  /** What kind of request it is and where it came from. */
  readonly notes: string;
  readonly time: string;
  readonly lane: Lane;
  readonly transmission: Transmission;
  readonly preflight: boolean;
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
  /** null = requests of several schemes went there, or several servers share the line. */
  readonly scheme: string | null;
  readonly lane: Lane;
  readonly thirdParty: boolean;
}

export interface DrawnSequence {
  readonly hops: readonly DrawnHop[];
  readonly servers: readonly DrawnServer[];
  /** More than two servers share the right lifeline, and every hop names its host. */
  readonly merged: boolean;
}

/** @param origin from where times are told @param byUser keys of the beads that the user changed */
export function drawnSequence(
  diagram: RequestDiagram,
  origin: TimeOrigin,
  byUser: ReadonlySet<string> = new Set(),
): DrawnSequence {
  const remote = diagram.lifelines.filter((line) => line.kind !== 'browser');
  const merged = remote.length > 2;
  const laneOf = (host: string): Lane => (remote.length === 2 && host === remote[0]?.id ? 'middle' : 'right');
  const servers = merged
    ? [{ lane: 'right' as const, host: sayCount('diagram.servers', remote.length), scheme: null, thirdParty: false }]
    : remote.map((line) => serverOf(line, laneOf(line.id), schemeOfLine(diagram.hops, line.id)));
  const hops = diagram.hops.map((hop) => {
    const { scheme } = placeOf(hop.url);
    const isMixed = !merged && schemeOfLine(diagram.hops, hop.to) === null;
    return drawnHop(hop, laneOf(hop.to), origin, isMixed ? scheme : namedScheme(scheme), byUser);
  });
  return { hops, servers, merged };
}

/** The one scheme of all requests to a server; null = there are several. */
function schemeOfLine(hops: readonly Hop[], server: string): string | null {
  const schemes = new Set(hops.filter(({ to }) => to === server).map(({ url }) => placeOf(url).scheme));
  const [first] = schemes;
  return schemes.size === 1 && first !== undefined ? first : null;
}

const serverOf = (line: Lifeline, lane: Lane, scheme: string | null): DrawnServer => ({
  host: line.host,
  scheme,
  lane,
  thirdParty: line.kind === 'third-party',
});

function drawnHop(hop: Hop, lane: Lane, origin: TimeOrigin, scheme: string | null, byUser: ReadonlySet<string>): DrawnHop {
  const beads = (all: readonly Bead[]) => all.map((bead) => drawn(bead, byUser.has(bead.key)));
  return {
    id: hop.exchange,
    number: hop.number,
    method: hop.method,
    path: placeOf(hop.url).path,
    host: hop.to,
    scheme,
    notes: notesOf(hop),
    time: timeText(hop.at, origin),
    lane,
    transmission: hop.transmission,
    preflight: hop.role === 'preflight',
    sent: beads(hop.sent),
    withheld: beads(hop.withheld),
    set: hop.answer.kind === 'response' ? beads(hop.answer.set) : [],
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

function drawnAnswer(answer: HopAnswer, url: string): DrawnAnswer {
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

/** What a diagram shows, counted, for its title: "2 hops · cookies: 9 sent, 1 withheld · Set-Cookie lines: 3 set, 1 no effect". */
export function titleCounts(diagram: Diagram): string {
  if (diagram.kind === 'change') return say(`change.title.${diagram.change.attribution.kind}`);
  const { hops, counts } = diagram;
  const lines = LINE_COUNTS.filter((name) => counts[name] > 0).map((name) => sayCount(`count.lines-${name}`, counts[name]));
  return [
    ...(hops.length > 1 ? [sayCount('count.hops', hops.length)] : []),
    say('count.cookies-moved', { sent: counts.sent, withheld: counts.withheld }),
    ...(lines.length > 0 ? [say('count.lines-became', { what: listText(lines) })] : []),
  ].join(' · ');
}

const LINE_COUNTS = ['set', 'noEffect', 'rejected', 'unknown'] as const;
