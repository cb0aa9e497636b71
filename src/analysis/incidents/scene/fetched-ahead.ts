import type { Exchange } from '../../replay/rows/exchange';

/** Headers by which scripts say that they fetch ahead: Next.js sends both, other routers the first. */
const ROUTER_HEADERS: ReadonlySet<string> = new Set(['next-router-prefetch', 'x-purpose', 'x-prefetch']);

/** Whether nobody asked for it yet: the browser fetched it ahead, or a script that says so. */
export function isFetchedAhead({ sent }: Exchange): boolean {
  if (sent.purpose !== 'normal') return true;
  return (
    sent.headers.some(({ name, value }) => name === 'purpose' && value === 'prefetch') ||
    sent.secretHeaders.some(({ name }) => ROUTER_HEADERS.has(name))
  );
}
