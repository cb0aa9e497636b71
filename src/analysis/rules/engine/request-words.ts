import { urlParts } from '../../engine/site/url-parts';
import type { Exchange } from '../../replay/rows/exchange';
import { type Sentence, s } from './sentence';

/** "POST /acs". */
export const requestText = ({ sent, url }: Exchange): string => `${sent.method} ${pathOf(url)}`;

/** The path without the query; a URL that cannot be read as it is. */
export const pathOf = (url: string): string => urlParts(url)?.path ?? url;

/** The host; a URL that cannot be read as it is. */
export const hostText = (url: string): string => urlParts(url)?.host ?? url;

/** "started by idp.example", "inside portal.example"; null = by the browser, or nobody tells. */
function causeOf({ sent, context }: Exchange): Sentence | null {
  const top = Array.isArray(context.ancestors) ? context.ancestors[0] : undefined;
  const isEmbedded = sent.type !== 'document' && top !== undefined && hostText(top) !== hostText(sent.url);
  if (isEmbedded) return s`inside a page of ${hostText(top)}`;
  return sent.initiator === null || sent.initiator === 'null' ? null : s`started by ${hostText(sent.initiator)}`;
}

/** "POST /acs, started by idp.example". */
export function requestSentence(exchange: Exchange): Sentence {
  const cause = causeOf(exchange);
  return cause === null ? s`${requestText(exchange)}` : s`${requestText(exchange)}, ${cause}`;
}

/** Whether a request proves itself by a header, so that it needs no cookie. */
export const carriesAuthorization = ({ sent }: Exchange): boolean =>
  sent.secretHeaders.some(({ name }) => name === 'authorization');
