import { type HarEntry, headerIn } from './har-entry';

/** Which request an entry belongs to: writers make an entry of each hop. */
export interface HarHop {
  readonly request: string;
  readonly hop: number;
  /** The end of the hop before this one; null = this is the first. */
  readonly after: number | null;
}

/** How long a redirect may take to be followed. */
const FOLLOWED_WITHIN = 30_000;

interface Pending extends HarHop {
  readonly end: number;
}

/** Joins the hops of redirects. Entries come in the order of time. */
export class HarChains {
  readonly #pending = new Map<string, Pending>();
  #requests = 0;

  /** @param start of the entry */
  take(entry: HarEntry, start: number): HarHop {
    const key = withoutFragment(entry.url);
    const pending = this.#pending.get(key);
    if (pending !== undefined && start - pending.end < FOLLOWED_WITHIN) {
      this.#pending.delete(key);
      return { request: pending.request, hop: pending.hop + 1, after: pending.end };
    }
    this.#requests += 1;
    return { request: `har-${this.#requests}`, hop: 0, after: null };
  }

  redirected(to: string, { request, hop }: HarHop, end: number): void {
    this.#pending.set(withoutFragment(to), { request, hop, after: null, end });
  }
}

/** Where a response sends the browser; null = nowhere. */
export function redirectOf({ status, redirectUrl, url, responseHeaders }: HarEntry): string | null {
  if (status === null || ![301, 302, 303, 307, 308].includes(status)) return null;
  const target = headerIn(responseHeaders, 'location') ?? redirectUrl;
  return target !== '' && URL.canParse(target, url) ? new URL(target, url).href : null;
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;
