import { text } from '../../../analysis/engine/base/bytes';
import type { ChangeRow, Exchange, Row } from '../../../analysis/replay/rows/exchange';
import { say, sayCount } from '../../../words/catalogue';
import { attributionWords } from '../../../words/change-text';
import { listText } from '../../../words/format';
import { lengthOf } from '../../../words/length';
import { namedScheme, placeOf } from '../../shared/presentation/place';
import { type TimeOrigin, timeText } from '../../shared/presentation/time';

/** A row of the list as finished words. */
export type RowWords =
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly path: string;
      readonly host: string;
      readonly url: string;
      /** Named where it is not https; null = https. */
      readonly scheme: string | null;
      readonly status: string;
      readonly failed: boolean;
      readonly type: string;
      readonly thirdParty: boolean;
      readonly opensPage: boolean;
    }
  | {
      readonly kind: 'change';
      readonly what: string;
      readonly host: string;
      readonly by: string;
      readonly author: 'user' | 'unknown' | 'other';
    }
  | { readonly kind: 'gap'; readonly title: string; readonly rest: string }
  | { readonly kind: 'navigation'; readonly url: string };

/** @param origin from where times are told */
export function rowWords(row: Row, origin: TimeOrigin): RowWords {
  switch (row.kind) {
    case 'exchange':
      return requestWords(row);
    case 'change':
      return changeWords(row);
    case 'gap':
      return { kind: 'gap', title: say(`gap.${row.gap.cause}`), rest: gapWords(row, origin) };
    case 'navigation':
      return { kind: 'navigation', url: row.url };
    default:
      return row satisfies never;
  }
}

function requestWords(exchange: Exchange): RowWords {
  const { scheme, host, path } = placeOf(exchange.url);
  return {
    kind: 'request',
    method: exchange.sent.method,
    path,
    host,
    url: exchange.url,
    scheme: namedScheme(scheme),
    status: exchange.status === null ? (exchange.state === 'failed' ? say('list.failed') : '…') : String(exchange.status),
    failed: exchange.state === 'failed' || (exchange.status ?? 0) >= 400,
    type: say(`type.${exchange.sent.type}`),
    thirdParty: exchange.thirdParty === true,
    opensPage: exchange.context.type === 'main-frame-navigation',
  };
}

function changeWords({ outcome, change, attribution }: ChangeRow): RowWords {
  const name = text(change.cookie.name) || say('bead.nameless');
  return {
    kind: 'change',
    what: say(`change.${outcome}`, { name }),
    host: change.cookie.domain,
    by: attributionWords(attribution),
    author: attribution.kind === 'user' ? 'user' : attribution.kind === 'not-recorded' ? 'unknown' : 'other',
  };
}

function gapWords(row: Extract<Row, { kind: 'gap' }>, origin: TimeOrigin): string {
  const { from, to } = row.gap;
  const parts =
    to === null
      ? [say('gap.since', { from: timeText(from, origin) })]
      : [say('gap.span', { from: timeText(from, origin), to: timeText(to, origin), length: lengthOf((to - from) / 1000) })];
  if (row.changed) {
    const names = listText(row.changed.map((name) => text(name)));
    parts.push(row.changed.length === 0 ? say('gap.same') : sayCount('gap.changed', row.changed.length, { names }));
  }
  return parts.join(' · ');
}
