import { FEWER_PICTURES, launchFirefox } from '../browsers/firefox';
import { inTime } from '../browsers/until';
import { type JarEntry, PATIENCE, type Player } from './player';

/** Firefox, its cookie service read from the browser's own window. */
export async function firefoxPlayer(thirdParty: 'default' | 'allow'): Promise<Player> {
  const firefox = await launchFirefox({
    prefs: { ...FEWER_PICTURES, ...ONE_PROCESS, ...(thirdParty === 'allow' ? { 'network.cookie.cookieBehavior': 0 } : {}) },
  });
  const version = await firefox.inBrowser<string>('return Services.appinfo.version');
  return {
    browser: 'firefox',
    version,
    clear: () => firefox.clearCookies(),
    async play(entry, _redirects, _token, over) {
      await firefox.inBrowser(GO, entry);
      const performance = await inTime(over, entry, PATIENCE);
      const jar = await firefox.inBrowser<readonly RawCookie[]>(JAR);
      return { performance, jar: jar.map(entryOf).filter(isAlive), blocked: null, withheld: null };
    },
    close: () => firefox.close(),
  };
}

/** Cookies are the parent process's matter: one content process for all sites plays the same scenes, several times as fast. */
export const ONE_PROCESS = {
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  'fission.webContentIsolationStrategy': 0,
};

const GO = `
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  win.gBrowser.selectedBrowser.fixupAndLoadURIString(args[0], {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
`;

/** Gives every cookie of the service as `RawCookie`. */
export const JAR = `
  return Services.cookies.cookies.map((c) => ({
    name: c.name, value: c.value, host: c.host, path: c.path, secure: c.isSecure, httpOnly: c.isHttpOnly,
    sameSite: c.sameSite, session: c.isSession, expiry: c.expiry, key: c.originAttributes.partitionKey ?? '',
  }));
`;

export interface RawCookie {
  readonly name: string;
  readonly value: string;
  readonly host: string;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: number;
  readonly session: boolean;
  readonly expiry: number;
  /** "", "(https,a.test)" or "(https,a.test,f)", with a port where the site has one. */
  readonly key: string;
}

/**
 * The service lists what has expired, too. It even stores the cookie of a Max-Age=0 when the clock goes on by a
 * millisecond between line and jar; nobody is ever sent it.
 */
export const isAlive = ({ expires }: JarEntry): boolean => expires === null || expires > Date.now();

const SAME_SITE: Readonly<Record<number, JarEntry['sameSite']>> = { 0: 'none', 1: 'lax', 2: 'strict' };

export function entryOf(raw: RawCookie): JarEntry {
  const [scheme, site, ...rest] = raw.key.slice(1, -1).split(',');
  return {
    name: raw.name,
    value: raw.value,
    domain: raw.host.replace(/^\./, ''),
    hostOnly: !raw.host.startsWith('.'),
    path: raw.path,
    secure: raw.secure,
    httpOnly: raw.httpOnly,
    sameSite: SAME_SITE[raw.sameSite] ?? 'default',
    session: raw.session,
    expires: raw.session ? null : raw.expiry > 1e11 ? raw.expiry : raw.expiry * 1000,
    partitionKey: raw.key === '' ? null : { topLevelSite: `${scheme}://${site}`, crossSiteAncestor: rest.includes('f') },
  };
}
