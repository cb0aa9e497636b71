import { bytes, text } from '../../analysis/engine/base/bytes';
import { Jar } from '../../analysis/engine/jar/jar';
import { cookieHeader } from '../../analysis/engine/verdict/on-send';
import { applySet, explainSet } from '../../analysis/engine/verdict/on-set';
import { type Cookie, plainCookie } from './cookie';
import { accessFor, type CookieRequest, type EngineOptions } from './cookie-request';
import { type SendingDecision, type StorageDecision, sendingDecision, storageDecision } from './decisions';

/** What goes with a request, and what stays. */
export interface RequestCookies {
  /** The Cookie header, or what document.cookie reads; empty = none. */
  readonly header: string;
  readonly sent: readonly Cookie[];
  /** The other cookies of the registrable domain, each with the reason. */
  readonly withheld: readonly { readonly cookie: Cookie; readonly decision: SendingDecision }[];
}

/** A cookie store. */
export interface CookieJar {
  /** Takes a Set-Cookie line of the response to a request. A line that is refused changes nothing. */
  readonly set: (line: string, request: CookieRequest) => StorageDecision;
  /** What goes with a request. */
  readonly get: (request: CookieRequest) => RequestCookies;
  /** All that it holds, expired cookies included, in the order of their creation. */
  readonly cookies: () => readonly Cookie[];
}

/** A cookie store without contents. It forgets the least recently used cookies of a site where the browser does. */
export function createJar(options: EngineOptions = {}): CookieJar {
  const jar = new Jar();
  return {
    set: (line, request) => {
      const access = accessFor(request, options);
      const octets = bytes(line);
      // A line that is refused changes nothing, so the steps can be asked for afterwards.
      return storageDecision(applySet(jar, access, octets), () => explainSet(jar, access, octets));
    },
    get: (request) => {
      const access = accessFor(request, options);
      const { header, sent, withheld } = cookieHeader(jar, access);
      return {
        header: text(header),
        sent: sent.map(plainCookie),
        withheld: withheld.map(({ cookie }) => ({ cookie: plainCookie(cookie), decision: sendingDecision(cookie, access) })),
      };
    },
    cookies: () => [...jar.all()].sort((a, b) => a.serial - b.serial).map(plainCookie),
  };
}
