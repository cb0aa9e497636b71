import type { JarCookie } from '../../analysis/facts/jar-cookie';
import type { CookieFormat } from './cookie-format';
import { type FormatLoss, lossOf } from './loss';
import { dotted, jsonText, ofText, secondsOf, textsOf } from './text-of-cookie';

type Writer = (cookie: JarCookie) => object;

const jsonFormat = (
  of: Writer,
  around: (cookies: readonly object[]) => unknown,
  losses: (written: readonly JarCookie[]) => readonly FormatLoss[],
): CookieFormat => ({
  extension: 'json',
  mediaType: 'application/json',
  losses: (cookies) => {
    const { written, lost } = ofText(cookies);
    return [...lost, ...losses(written)];
  },
  write: (cookies) => jsonText(around(ofText(cookies).written.map(of))),
});

const CAPITAL = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;
const EDITOR = { strict: 'strict', lax: 'lax', none: 'no_restriction', absent: null } as const;

const sameSiteOf = ({ sameSite }: JarCookie) => (sameSite === 'absent' ? {} : { sameSite: CAPITAL[sameSite] });
const isAbsent = ({ sameSite }: JarCookie): boolean => sameSite === 'absent';
const saysNoAncestor = ({ partition }: JarCookie): boolean => partition !== null && partition.crossSiteAncestor === null;
const bare: (cookies: readonly object[]) => unknown = (cookies) => cookies;

/** What CDP and Puppeteer have in common. */
const browserFields = (cookie: JarCookie) => ({
  ...textsOf(cookie),
  domain: dotted(cookie),
  expires: secondsOf(cookie.expires, -1),
  size: cookie.name.length + cookie.value.length,
  httpOnly: cookie.httpOnly,
  secure: cookie.secure,
  session: cookie.expires === null,
  ...sameSiteOf(cookie),
});

/**
 * Playwright's storage state, cookies alone. An unset SameSite has no word in it: Playwright reads Lax.
 * @see https://playwright.dev/docs/auth
 */
export const playwright = jsonFormat(
  (cookie) => ({
    ...textsOf(cookie),
    domain: dotted(cookie),
    expires: secondsOf(cookie.expires, -1),
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: cookie.sameSite === 'absent' ? 'Lax' : CAPITAL[cookie.sameSite],
    ...(cookie.partition && {
      partitionKey: cookie.partition.topLevelSite,
      ...(cookie.partition.crossSiteAncestor !== null && { _crHasCrossSiteAncestor: cookie.partition.crossSiteAncestor }),
    }),
  }),
  (cookies) => ({ cookies, origins: [] }),
  (written) => [...lossOf('same-site-absent', written, isAbsent), ...lossOf('ancestor', written, saysNoAncestor)],
);

/** @see https://pptr.dev/api/puppeteer.cookie */
export const puppeteer = jsonFormat(
  (cookie) => ({
    ...browserFields(cookie),
    ...(cookie.partition && {
      partitionKey: {
        sourceOrigin: cookie.partition.topLevelSite,
        ...(cookie.partition.crossSiteAncestor !== null && { hasCrossSiteAncestor: cookie.partition.crossSiteAncestor }),
      },
    }),
  }),
  bare,
  () => [],
);

/** The answer of `Storage.getCookies`, as `Storage.setCookies` takes it. @see https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-Cookie */
export const cdp = jsonFormat(
  (cookie) => ({
    ...browserFields(cookie),
    ...(cookie.partition && {
      partitionKey: {
        topLevelSite: cookie.partition.topLevelSite,
        hasCrossSiteAncestor: cookie.partition.crossSiteAncestor ?? true,
      },
    }),
  }),
  (cookies) => ({ cookies }),
  (written) => lossOf('ancestor', written, saysNoAncestor),
);

/** What Cookie-Editor exports: cookies as the extension API has them. */
export const cookieEditor = jsonFormat(
  (cookie) => ({
    domain: dotted(cookie),
    ...(cookie.expires !== null && { expirationDate: cookie.expires / 1000 }),
    hostOnly: cookie.hostOnly,
    httpOnly: cookie.httpOnly,
    name: textsOf(cookie).name,
    path: textsOf(cookie).path,
    sameSite: EDITOR[cookie.sameSite],
    secure: cookie.secure,
    session: cookie.expires === null,
    storeId: null,
    value: textsOf(cookie).value,
    ...(cookie.partition && {
      partitionKey: {
        topLevelSite: cookie.partition.topLevelSite,
        ...(cookie.partition.crossSiteAncestor !== null && { hasCrossSiteAncestor: cookie.partition.crossSiteAncestor }),
      },
    }),
  }),
  bare,
  () => [],
);
