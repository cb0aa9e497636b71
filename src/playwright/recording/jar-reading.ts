import type { BrowserContext } from '@playwright/test';
import type { WireCookie } from '../../analysis/facts/from-cookies';

/** A cookie of the protocol that Chromium's DevTools speak. */
interface ProtocolCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly session: boolean;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite?: string;
  readonly partitionKey?: { readonly topLevelSite: string; readonly hasCrossSiteAncestor: boolean };
}

/**
 * The cookies that the context holds; null = they cannot be read exactly. Playwright's own list says Lax where a cookie has no
 * SameSite, so Chromium is asked, by way of a page; before the first page there are only those that the test put there itself.
 */
export async function jarReading(context: BrowserContext, storeId: string): Promise<readonly WireCookie[] | null> {
  const page = context.pages().find((each) => !each.isClosed());
  if (context.browser()?.browserType().name() !== 'chromium') return null;
  const cookies = page === undefined ? await ownCookies(context) : await protocolCookies(context, page);
  return cookies.map((cookie) => wireCookie(cookie, storeId));
}

async function protocolCookies(
  context: BrowserContext,
  page: Parameters<BrowserContext['newCDPSession']>[0],
): Promise<readonly ProtocolCookie[]> {
  const session = await context.newCDPSession(page);
  try {
    return (await session.send('Network.getAllCookies')).cookies as unknown as readonly ProtocolCookie[];
  } finally {
    await session.detach();
  }
}

const ownCookies = async (context: BrowserContext): Promise<readonly ProtocolCookie[]> =>
  (await context.cookies()).map(({ partitionKey: _, ...cookie }) => ({ ...cookie, session: cookie.expires === -1 }));

const SAME_SITE: Readonly<Record<string, string>> = { Strict: 'strict', Lax: 'lax', None: 'no_restriction' };

const wireCookie = (cookie: ProtocolCookie, storeId: string): WireCookie => ({
  name: cookie.name,
  value: cookie.value,
  domain: cookie.domain,
  hostOnly: !cookie.domain.startsWith('.'),
  path: cookie.path,
  secure: cookie.secure,
  httpOnly: cookie.httpOnly,
  sameSite: SAME_SITE[cookie.sameSite ?? ''],
  ...(cookie.session ? {} : { expirationDate: cookie.expires }),
  storeId,
  partitionKey: cookie.partitionKey,
});
