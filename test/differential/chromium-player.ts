import type { CDPSession } from 'playwright-core';
import { launchChromium } from '../browsers/chromium';
import { inTime, until } from '../browsers/until';
import { type Blocked, type JarEntry, PATIENCE, type Player, type Withheld } from './player';

interface Extras {
  readonly url: string;
  readonly sends: Withheld[][];
  readonly responses: Blocked[][];
}

/** Chromium, with DevTools' protocol as oracle for the jar and for the reasons. */
export async function chromiumPlayer(thirdParty: 'default' | 'allow'): Promise<Player> {
  // Without site isolation every frame reports to the page's own session.
  const chromium = await launchChromium({ thirdParty, args: ['--disable-site-isolation-trials'] });
  const session = await chromium.context.newCDPSession(chromium.page);
  const extras = await watch(session);
  const version = chromium.context.browser()?.version() ?? '';
  return {
    browser: 'chromium',
    version,
    async clear() {
      extras.clear();
      await session.send('Network.clearBrowserCookies');
    },
    async play(entry, redirects, token, over) {
      await session.send('Page.navigate', { url: entry });
      const performance = await inTime(over, entry, PATIENCE);
      const seen = await until('DevTools tells of the request', () => {
        const found = [...extras.values()].find((each) => isTarget(each.url, token));
        return found && found.sends.length > redirects && found.responses.length > redirects ? found : null;
      });
      const jar = await session.send('Storage.getCookies');
      return {
        performance,
        jar: (jar.cookies as readonly CdpCookie[]).map(entryOf),
        blocked: seen.responses[redirects] ?? null,
        withheld: seen.sends[redirects] ?? null,
      };
    },
    close: () => chromium.close(),
  };
}

const isTarget = (url: string, token: string): boolean => {
  if (url === '') return false;
  const { pathname, searchParams } = new URL(url);
  return searchParams.get('t') === token && pathname !== '/done';
};

async function watch(session: CDPSession): Promise<Map<string, Extras>> {
  const extras = new Map<string, Extras>();
  const of = (id: string): Extras => {
    const known = extras.get(id) ?? { url: '', sends: [], responses: [] };
    extras.set(id, known);
    return known;
  };
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (/^https?:/.test(request.url)) extras.set(requestId, { ...of(requestId), url: request.url });
  });
  session.on('Network.requestWillBeSentExtraInfo', ({ requestId, associatedCookies }) => {
    of(requestId).sends.push(
      associatedCookies.map(({ cookie, blockedReasons }) => ({
        name: cookie.name,
        domain: cookie.domain.replace(/^\./, ''),
        path: cookie.path,
        partitioned: cookie.partitionKey !== undefined,
        reasons: blockedReasons,
      })),
    );
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, blockedCookies }) => {
    of(requestId).responses.push(
      blockedCookies.map(({ cookieLine, blockedReasons }) => ({ line: cookieLine, reasons: blockedReasons })),
    );
  });
  await session.send('Network.enable');
  return extras;
}

/** What of CDP's Network.Cookie is read; playwright's types lag behind on the partition key. */
export interface CdpCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly expires: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly session: boolean;
  readonly sameSite?: 'Strict' | 'Lax' | 'None';
  readonly partitionKey?: { readonly topLevelSite: string; readonly hasCrossSiteAncestor: boolean };
}

const SAME_SITE = { Strict: 'strict', Lax: 'lax', None: 'none' } as const;

export function entryOf(cookie: CdpCookie): JarEntry {
  return {
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain.replace(/^\./, ''),
    hostOnly: !cookie.domain.startsWith('.'),
    path: cookie.path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite === undefined ? 'default' : SAME_SITE[cookie.sameSite],
    session: cookie.session,
    expires: cookie.session ? null : cookie.expires * 1000,
    partitionKey: cookie.partitionKey
      ? { topLevelSite: cookie.partitionKey.topLevelSite, crossSiteAncestor: cookie.partitionKey.hasCrossSiteAncestor }
      : null,
  };
}
