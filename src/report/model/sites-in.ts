import { siteDomain } from '../../analysis/engine/site/registrable';
import { urlParts } from '../../analysis/engine/site/url-parts';
import type { Row } from '../../analysis/replay/rows/exchange';

/** The sites to report on: the one in view, then those of own hosts that the recording holds a request to. */
export function sitesIn(rows: readonly Row[], inView: string, ownHosts: readonly string[]): readonly string[] {
  if (ownHosts.length === 0) return [inView];
  const own = new Set(ownHosts.map((host) => siteDomain(host.toLowerCase())));
  const asked = rows.flatMap((row) => {
    const host = row.kind === 'exchange' ? urlParts(row.url)?.host : undefined;
    return host === undefined ? [] : [siteDomain(host)];
  });
  return [...new Set([inView, ...asked.filter((site) => own.has(site))])];
}
