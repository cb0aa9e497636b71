import type { OldIdCheck } from '../../analysis/active-check/old-id-check';
import { text } from '../../analysis/engine/base/bytes';
import type { RepeatedRequest } from '../../protocol/repeated-request';

/** Headers that a server may decide by, or refuse by where they are missing. */
const REPEATED: ReadonlySet<string> = new Set([
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'upgrade-insecure-requests',
  'x-requested-with',
]);

/** The request of a check as it was recorded, but for its cookies. */
export function repeatedRequest({ recorded: { exchange, isDocument }, cookie }: OldIdCheck): RepeatedRequest {
  const headers = exchange.sent.headers.filter(({ name }) => REPEATED.has(name));
  return {
    url: exchange.url,
    cookie,
    headers: headers.map(({ name, value }) => ({ name, value: text(value) })).filter(({ value }) => /^[\x20-\x7e]*$/.test(value)),
    isDocument,
  };
}
