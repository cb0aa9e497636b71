import { text } from '../../analysis/facts/bytes';
import type { Exchange, Row, ScriptWrite } from '../../analysis/replay/exchange';
import { say, sayCount, type WordKey } from '../../words/catalogue';
import { lengthOf, type TimeOrigin, timeText } from '../shown/time';
import { placeOf } from './place';

/** A row of the list as finished words. */
export type RowWords =
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly path: string;
      readonly host: string;
      readonly status: string;
      readonly failed: boolean;
      readonly type: string;
      readonly thirdParty: boolean;
      readonly opensPage: boolean;
    }
  | { readonly kind: 'script'; readonly what: string; readonly host: string }
  | { readonly kind: 'gap'; readonly title: string; readonly rest: string }
  | { readonly kind: 'navigation'; readonly url: string };

/** @param origin from where times are told */
export function rowWords(row: Row, origin: TimeOrigin): RowWords {
  switch (row.kind) {
    case 'exchange':
      return requestWords(row);
    case 'script-write':
      return { kind: 'script', what: scriptWords(row), host: row.change.cookie.domain };
    case 'gap':
      return { kind: 'gap', title: say(`gap.${row.gap.cause}`), rest: gapWords(row, origin) };
    case 'navigation':
      return { kind: 'navigation', url: row.url };
    default:
      return row satisfies never;
  }
}

function requestWords(exchange: Exchange): RowWords {
  const { host, path } = placeOf(exchange.url);
  return {
    kind: 'request',
    method: exchange.sent.method,
    path,
    host,
    status: exchange.status === null ? (exchange.state === 'failed' ? say('list.failed') : '…') : String(exchange.status),
    failed: exchange.state === 'failed' || (exchange.status ?? 0) >= 400,
    type: say(`type.${exchange.sent.type}`),
    thirdParty: exchange.thirdParty === true,
    opensPage: exchange.context.type === 'main-frame-navigation',
  };
}

function scriptWords(write: ScriptWrite): string {
  const key: WordKey = `script.${write.outcome}`;
  return say(key, { name: text(write.change.cookie.name) || say('bead.nameless') });
}

function gapWords(row: Extract<Row, { kind: 'gap' }>, origin: TimeOrigin): string {
  const { from, to } = row.gap;
  const parts =
    to === null
      ? [say('gap.since', { from: timeText(from, origin) })]
      : [say('gap.span', { from: timeText(from, origin), to: timeText(to, origin), length: lengthOf((to - from) / 1000) })];
  if (row.changed) {
    const names = row.changed.map((name) => text(name)).join(', ');
    parts.push(row.changed.length === 0 ? say('gap.same') : sayCount('gap.changed', row.changed.length, { names }));
  }
  return parts.join(' · ');
}
