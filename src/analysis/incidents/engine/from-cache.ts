import type { Exchange } from '../../replay/rows/exchange';

/** Whether the answer says that it comes from a cache. @see RFC 9111 §5.1 */
export function isFromCache({ fromCache, received }: Exchange): boolean {
  if (fromCache) return true;
  const header = (name: string) => received?.headers.find((each) => each.name === name)?.value ?? '';
  return (
    Number(header('age')) > 0 || /\bhit\b/i.test(`${header('x-cache')} ${header('cf-cache-status')} ${header('cache-status')}`)
  );
}
