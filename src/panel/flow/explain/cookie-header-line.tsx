import type { Exchange } from '../../../analysis/replay/rows/exchange';
import { Pair } from './value-line';

interface CookieHeaderLineProps {
  readonly exchange: Exchange;
  /** Place of the chosen cookie in the header. */
  readonly index: number;
  readonly revealed: boolean;
}

/** A header's name is the same in every language. */
const HEADER = 'Cookie';

/** The Cookie header as it was sent; the chosen pair stands out, the values of the others stay masked. */
export function CookieHeaderLine({ exchange, index, revealed }: CookieHeaderLineProps) {
  return (
    <div className="raw-line" data-testid="raw-line">
      <span className="header-name">{`${HEADER}: `}</span>
      {exchange.cookies.map((cookie, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header may hold the same pair twice; its place is its identity.
        <span key={place} className={place === index ? 'chosen' : 'others'}>
          <Pair name={cookie.name} value={cookie.value} revealed={place === index && revealed} />
          {place < exchange.cookies.length - 1 && <span className="punctuation">; </span>}
        </span>
      ))}
    </div>
  );
}
