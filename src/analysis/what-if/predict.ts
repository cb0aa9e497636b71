import type { Bytes } from '../engine/base/units';
import { parseSetCookie } from '../engine/header/set-cookie';
import { siteDomain } from '../engine/site/registrable';
import { urlParts } from '../engine/site/url-parts';
import type { Access } from '../engine/verdict/access/access';
import { reachOf } from '../engine/verdict/clear-site-data';
import { clearsCookies } from '../facts/clear-site-data';
import type { Replay } from '../replay/replay';
import type { ChangeRow, Exchange, Row, SetLine } from '../replay/rows/exchange';
import { outcomeOf } from '../rules/subject/cookie-record';
import type { LineEdit } from './edits';
import { type CookieFate, fatesOf } from './fate';
import { PredictedExchanges, predictedLine } from './predicted-exchange';
import { PredictedJar } from './predicted-jar';
import { accessOn, isAsRecorded, type Terms } from './terms';

/** A recording and what it was replayed with. */
export interface ReplayedRecording {
  readonly rows: readonly Row[];
  readonly replay: Pick<Replay, 'profile' | 'circumstancesOf'>;
}

/** What would become of the cookie with a request, beside what was observed. */
type Carrying = 'keeps' | 'loses' | 'gains' | 'cannot-tell';

/** A recording as it would be with edited lines. What the edits do not touch is as recorded; all else is predicted. */
export interface Predicted {
  readonly terms: Terms;
  readonly edits: readonly LineEdit[];
  /** The rows as they would be. A row that nothing touches is the recorded object. */
  readonly rows: readonly Row[];
  /** Ids of the rows that carried the cookie when recorded, in order. */
  readonly carried: readonly string[];
  /** By what would become of the cookie: ids of rows, in order. */
  readonly requests: Readonly<Record<Carrying, readonly string[]>>;
  /** Ids of the rows with a line that would come to something else than the recorded one did. */
  readonly otherOutcome: readonly string[];
  /** What would become of the line that is asked about; null = it is not in the recording. */
  readonly line: SetLine | null;
}

type Occurrence =
  | { readonly kind: 'sent' | 'received'; readonly seq: number; readonly exchange: Exchange }
  | { readonly kind: 'change'; readonly seq: number; readonly row: ChangeRow };

/**
 * Goes through a recording with lines in place of recorded ones. Any edits are taken: one of a line that was not recorded
 * changes nothing.
 * @param edits the first is the line that is asked about: the requests with its cookie are listed
 */
export const predict = (recording: ReplayedRecording, edits: readonly LineEdit[], terms: Terms): Predicted =>
  new Pass(recording, edits, terms).run();

/** One pass over a recording. */
class Pass {
  readonly #recording: ReplayedRecording;
  readonly #edits: readonly LineEdit[];
  readonly #terms: Terms;
  readonly #lines: ReadonlyMap<string, Bytes>;
  /** Names of the cookie that is asked about: as recorded and as edited. */
  readonly #asked: ReadonlySet<Bytes>;
  readonly #sites: ReadonlySet<string>;
  readonly #storeId: string | null;
  readonly #jar: PredictedJar;
  readonly #exchanges: PredictedExchanges;
  readonly #changed = new Map<string, Exchange>();
  readonly #requests: Record<Carrying, string[]> = { keeps: [], loses: [], gains: [], 'cannot-tell': [] };
  readonly #carried: string[] = [];
  readonly #otherOutcome: string[] = [];

  constructor(recording: ReplayedRecording, edits: readonly LineEdit[], terms: Terms) {
    this.#recording = recording;
    this.#edits = edits;
    this.#terms = terms;
    this.#lines = new Map(edits.map(({ exchange, index, line }) => [placeOf(exchange, index), line]));
    const wanted = new Set(edits.map(({ exchange }) => exchange));
    const edited = new Map(
      recording.rows.flatMap((row) => (row.kind === 'exchange' && wanted.has(row.id) ? [[row.id, row] as const] : [])),
    );
    const names = edits.map(({ exchange, index, line }): readonly Bytes[] => {
      const recorded = edited.get(exchange)?.lines[index];
      return recorded === undefined ? [] : [recorded.target.name, parseSetCookie(line, terms.profile).name];
    });
    this.#asked = new Set(names[0]);
    this.#jar = new PredictedJar(new Set(names.flat()));
    this.#exchanges = new PredictedExchanges((name) => this.#jar.concerns(name));
    this.#sites = new Set([...edited.values()].map(siteOf));
    const first = edited.get(edits[0]?.exchange ?? '');
    this.#storeId = first === undefined ? null : (recording.replay.circumstancesOf(first)?.storeId ?? null);
  }

  run(): Predicted {
    for (const occurrence of this.#inOrder()) {
      if (occurrence.kind === 'change') this.#jar.change(occurrence.row);
      else if (occurrence.kind === 'sent') this.#sent(occurrence.exchange);
      else this.#received(occurrence.exchange);
    }
    const [asked] = this.#edits;
    return {
      terms: this.#terms,
      edits: this.#edits,
      rows: this.#recording.rows.map((row) => this.#changed.get(row.id) ?? row),
      carried: this.#carried,
      requests: this.#requests,
      otherOutcome: this.#otherOutcome,
      line: asked === undefined ? null : (this.#changed.get(asked.exchange)?.lines[asked.index] ?? null),
    };
  }

  /** What may touch the cookies, in the order in which the browser told it. */
  #inOrder(): readonly Occurrence[] {
    const occurrence: Occurrence[] = [];
    for (const row of this.#recording.rows) {
      if (row.kind === 'change') {
        const { seq, storeId, cookie } = row.change;
        if (storeId === this.#storeId && this.#jar.concerns(cookie.name)) occurrence.push({ kind: 'change', seq, row });
      }
      if (row.kind !== 'exchange' || !this.#concerns(row)) continue;
      occurrence.push({ kind: 'sent', seq: row.sent.seq, exchange: row });
      const { received } = row;
      if (received !== null && (row.lines.length > 0 || clearsCookies(received)))
        occurrence.push({ kind: 'received', seq: received.seq, exchange: row });
    }
    return occurrence.sort((a, b) => a.seq - b.seq);
  }

  #concerns(exchange: Exchange): boolean {
    return this.#sites.has(siteOf(exchange)) && this.#recording.replay.circumstancesOf(exchange)?.storeId === this.#storeId;
  }

  #sent(exchange: Exchange): void {
    const { replay } = this.#recording;
    this.#jar.find(exchange);
    const { transmission, cookies } = exchange;
    if (transmission === 'none' || transmission === 'preloaded') return;
    const stands = isAsRecorded(this.#terms, replay.profile, exchange);
    const credentials = replay.circumstancesOf(exchange)?.credentials ?? 'include';
    const host = hostOf(exchange);
    const isSeen = stands && transmission === 'observed' && credentials !== 'preflight';
    const candidates = isSeen ? this.#jar.lose(exchange, host) : this.#jar.candidates(host);
    const known = this.#jar.sent(cookies).length;
    if (candidates.length === 0 && known === 0) return;
    const access = accessOn(this.#terms, replay.profile, exchange, 'request');
    const fates = fatesOf(this.#jar, candidates, { exchange, access, credentials, isAsRecorded: stands });
    this.#count(exchange, fates);
    // What has expired is told once, and then nowhere.
    for (const { cookie, predicted } of fates) if (predicted.reasons.includes('expired')) this.#jar.remove(cookie);
    if (fates.every(({ asRecorded }) => asRecorded) && fates.filter(({ goes }) => goes).length === known) return;
    this.#changed.set(exchange.id, this.#exchanges.of(exchange, fates));
  }

  #count({ id, cookies, transmission }: Exchange, fates: readonly CookieFate[]): void {
    const asked = fates.filter(({ cookie }) => this.#asked.has(cookie.name));
    const carried = this.#jar.sent(cookies).some(({ name }) => this.#asked.has(name));
    if (carried) this.#carried.push(id);
    const would = asked.some(({ goes }) => goes === true) || (asked.some(({ goes }) => goes === null) ? null : false);
    // Of a request that went out unseen nobody knows what it carried.
    if (would === null || (transmission === 'unseen' && asked.length > 0)) this.#requests['cannot-tell'].push(id);
    else if (carried) this.#requests[would ? 'keeps' : 'loses'].push(id);
    else if (would) this.#requests.gains.push(id);
  }

  #received(exchange: Exchange): void {
    const { received, lines, id } = exchange;
    if (received === null) return;
    const clears = clearsCookies(received);
    const now = lines.map((line) => this.#lineOf(exchange, line, clears));
    if (now.some((line, at) => line !== lines[at])) {
      if (now.some((line, at) => isOtherwise(line, lines[at]))) this.#otherOutcome.push(id);
      const before = this.#changed.get(id) ?? exchange;
      this.#changed.set(id, { ...before, lines: now, received: { ...received, setCookie: now.map(({ line }) => line) } });
    }
    const reach = clears ? reachOf(accessOn(this.#terms, this.#recording.replay.profile, exchange, 'response')) : null;
    if (reach !== null) this.#jar.clear(reach, this.#terms.profile);
  }

  #lineOf(exchange: Exchange, line: SetLine, clears: boolean): SetLine {
    const { replay } = this.#recording;
    const edited = this.#lines.get(placeOf(exchange.id, line.index));
    if (edited === undefined) {
      if (!this.#jar.concerns(line.target.name)) return line;
      if (isAsRecorded(this.#terms, replay.profile, exchange) && this.#jar.repeat(line)) return line;
    }
    const access: Access = accessOn(this.#terms, replay.profile, exchange, 'response');
    const credentials = replay.circumstancesOf(exchange)?.credentials ?? 'include';
    const judged = this.#jar.judge(edited ?? line.line, { access, credentials, clears: clears && access.trustworthy });
    this.#jar.knows(line);
    return predictedLine(line, judged);
  }
}

const placeOf = (exchange: string, index: number): string => `${exchange}/${index}`;
const siteOf = (exchange: Exchange): string => siteDomain(hostOf(exchange));

/** Asked for by every pass, several times a request. */
const hosts = new WeakMap<Exchange, string>();

function hostOf(exchange: Exchange): string {
  const known = hosts.get(exchange);
  if (known !== undefined) return known;
  const host = urlParts(exchange.url)?.host ?? '';
  hosts.set(exchange, host);
  return host;
}

/** Whether a line comes to another end: whether the jar then holds the cookie. */
function isOtherwise(now: SetLine, before: SetLine | undefined): boolean {
  return before !== undefined && now !== before && isRefused(now) !== isRefused(before);
}

const isRefused = (line: SetLine): boolean => outcomeOf(line) === 'rejected' || outcomeOf(line) === 'dead-on-arrival';
