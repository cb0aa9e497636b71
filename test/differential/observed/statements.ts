import type { Exchange } from '../../../src/analysis/replay/rows/exchange';
import type { Arrival } from './traffic-server';
import type { Made } from './truth';

/** A statement that is not so. */
export interface Falsehood {
  readonly seed: number;
  /** `observed`: something called observed is false; `origin`: who did it; `predicted`: the browser did otherwise. */
  readonly kind: 'observed' | 'origin' | 'predicted';
  readonly what: string;
  /** What is said, and what is so. */
  readonly said: string;
  readonly truth: string;
  /** Time of the row. */
  readonly at: number;
}

export type Found = Omit<Falsehood, 'seed' | 'at'>;

/** An exchange beside what the server saw of it. */
export interface Met {
  readonly exchange: Exchange;
  readonly arrival: Arrival;
  readonly id: string;
}

/** The id at the end of a request's address. */
export const idOf = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? '';

export const cookieText = (cookie: {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly partition: { readonly topLevelSite: string } | null;
}): string =>
  `${cookie.name}=${cookie.value} of ${cookie.domain}${cookie.path}${cookie.partition ? ` in ${cookie.partition.topLevelSite}` : ''}`;

export const makersText = (makers: readonly Made[]): string =>
  makers.map(({ maker, at }) => `${maker.kind} ${'hop' in maker ? maker.hop.id : maker.id} at ${at.toFixed(1)}`).join(', ') ||
  'nobody that is known';
