import { bytes } from '../../engine/base/bytes';
import type { ParsedLine } from '../../engine/header/parsed-line';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { registrable } from '../../engine/site/registrable';
import { siteOf } from '../../engine/site/schemeful';
import type { SendReason } from '../../engine/verdict/verdict';
import type { Change } from '../../fixes/change';
import type { Exchange } from '../../replay/rows/exchange';
import { credentialsFix } from './credentials-fix';
import type { Fix } from './define';
import { byAction, byLine } from './fix';
import { betweenNames, oneMachine } from './names-of-machine';
import { hostText, pathOf, requestSentence, requestText } from './request-words';
import { ADD_SECURE, CROSS_SITE, crossSiteFix, isSecure, SAME_SITE_LAX } from './same-site-fix';
import { s } from './sentence';

export interface WithheldCase {
  readonly exchange: Exchange;
  readonly cookie: StoredCookie;
  /** The line that set it, or one that would have. */
  readonly line: ParsedLine;
  readonly reasons: readonly SendReason[];
  /** Whether the request failed for want of the cookie, as far as the recording shows. */
  readonly isNeeded: boolean;
}

/** What would make a browser send a cookie with a request that it withheld it from; null = nothing should. */
export function withheldFix(one: WithheldCase): Fix | null {
  const [reason] = one.reasons;
  const { exchange, line, isNeeded } = one;
  switch (reason) {
    case undefined:
    case 'http-only-script-read':
      return null;
    case 'same-site-strict':
      return isLink(exchange)
        ? byLine(
            line,
            isNeeded
              ? s`Write ${'SameSite=Lax'}: ${'Strict'} is withheld from ${requestSentence(exchange)}, as from every link on another site.`
              : s`Write ${'SameSite=Lax'} if ${requestText(exchange)} needs the cookie: ${'Strict'} is withheld from every link on another site. A cookie that only the site’s own pages and forms need can stay ${'Strict'}.`,
            [SAME_SITE_LAX],
          )
        : (betweenSchemes(exchange) ?? crossSiteFix(line, exchange));
    case 'same-site-lax':
    case 'same-site-lax-unsafe-method':
    case 'same-site-default-lax':
      return betweenNames(exchange) ?? betweenSchemes(exchange) ?? crossSiteFix(line, exchange);
    case 'same-site-none-insecure':
      return byLine(line, s`Add ${'Secure'}: ${'SameSite=None'} counts only with it.`, [ADD_SECURE]);
    case 'secure-insecure-request':
      return byAction(
        'trust-proxy',
        s`Ask ${hostText(exchange.url)} over https: a ${'Secure'} cookie never goes over plain http. Behind a proxy that terminates TLS, configure the application for it, or it makes links and redirects with http.`,
      );
    case 'path-mismatch':
      return pathFix(one);
    case 'domain-host-only':
    case 'domain-mismatch':
      return domainFix(one);
    case 'third-party-blocked':
      return embeddedFix(one);
    case 'partition-mismatch':
      return partitionFix(one);
    case 'expired':
      return byAction(
        null,
        line.maxAge !== null
          ? s`Its time is over: ${'Max-Age'} counts from the answer that set it. Set it again while it is used, or let it live longer; a page that was left open for longer must be loaded again.`
          : s`Its time is over. Give it a ${'Max-Age'}, which needs no clock; if it ended sooner than meant, compare the server’s clock with the ${'Date'} header.`,
      );
    case 'credentials-omitted':
      return exchange.sent.method === 'OPTIONS' ? null : credentialsFix(exchange);
    default:
      return reason satisfies never;
  }
}

/** Where a page and what it asks for differ in their scheme alone: over https both are one site. */
function betweenSchemes({ sent, url }: Exchange): Fix | null {
  const [from, to] = [sent.initiator === null ? null : siteOf(sent.initiator), siteOf(url)];
  if (from === null || to === null || from.domain !== to.domain || from.scheme === to.scheme) return null;
  return byAction(
    null,
    s`Serve the page and what it asks for over https: to ${'SameSite'}, http and https of ${from.domain} are two sites. Send whoever comes by http on to https before a form is shown, and keep them there with ${'Strict-Transport-Security'}.`,
  );
}

/** A cookie of another jar: that of its own pages, or that of the pages of a third site. */
function partitionFix({ exchange, cookie }: WithheldCase): Fix {
  if (cookie.partition !== null)
    return byAction(
      null,
      s`It was set inside pages of another site and stays there. Set it once more in answer to a request from inside this one.`,
    );
  const host = hostText(exchange.url);
  return byAction(
    null,
    s`It was set while ${host} was the page on top; inside pages of another site ${host} has a jar of its own. Serve both below one domain, or let the other pass requests on to ${host}. Where they must stay two sites, set it once more in answer to a request from inside that page, or let a frame of ${host} ask for the other jar (${'document.requestStorageAccess()'}).`,
  );
}

const isLink = ({ sent }: Exchange): boolean => sent.type === 'document' && /^(?:GET|HEAD)$/.test(sent.method);

export const ROOT_PATH: Change = { kind: 'set', attribute: 'path', value: bytes('/') };

function pathFix({ exchange, cookie, line }: WithheldCase): Fix {
  if (line.path === null || !line.path.startsWith('/')) {
    const taken = s`Write ${'Path=/'}. Without it the folder of the address counts: ${cookie.path} was taken, and ${requestText(exchange)} does not lie under it.`;
    return byLine(line, taken, [ROOT_PATH]);
  }
  const path = commonFolder(cookie.path, pathOf(exchange.url));
  return byLine(
    line,
    isRewritten(cookie.path, pathOf(exchange.url))
      ? s`Write ${`Path=${path}`}, or let the proxy rewrite it (${'proxy_cookie_path'}, ${'ProxyPassReverseCookiePath'}): ${cookie.path} is not how ${pathOf(exchange.url)} is known outside.`
      : s`Write ${`Path=${path}`} if ${requestText(exchange)} is to carry it: it is set for ${cookie.path} alone.`,
    [{ kind: 'set', attribute: 'path', value: bytes(path) }],
    s`Under a wider path it goes with more requests. If it is meant for ${cookie.path} alone, leave it.`,
  );
}

/** Whether a path looks like the address behind a proxy that takes a prefix off it, or like one that was put on twice. */
function isRewritten(path: string, asked: string): boolean {
  const own = path.replace(/\/$/, '');
  const last = own.slice(own.lastIndexOf('/'));
  return own.length > 1 && (asked.includes(`${own}/`) || own === `${last}${last}`);
}

/** The longest folder that holds both paths. */
function commonFolder(a: string, b: string): string {
  const [left, right] = [a.split('/'), b.split('/')];
  const shared = left.filter((part, at) => at > 0 && part !== '' && left.slice(0, at + 1).every((each, i) => each === right[i]));
  return `/${shared.join('/')}`;
}

function domainFix({ exchange, cookie, line }: WithheldCase): Fix {
  const domain = registrable(hostText(exchange.url));
  const machine = oneMachine(cookie.domain, hostText(exchange.url));
  if (machine !== null) return machine;
  if (domain === null || registrable(cookie.domain) !== domain) {
    return byAction(
      null,
      s`${cookie.name} belongs to ${cookie.domain}, another site: no line can make it go to ${hostText(exchange.url)}.`,
    );
  }
  const precaution = s`Every host below ${domain} then gets the cookie and can overwrite it.`;
  if (/^__host-/i.test(cookie.name)) {
    return byAction(
      null,
      s`${cookie.name} is bound to ${cookie.domain} by its name. Set one without ${'__Host-'} and with ${`Domain=${domain}`} for both hosts.`,
      precaution,
    );
  }
  return byLine(
    line,
    s`Write ${`Domain=${domain}`} if ${hostText(exchange.url)} is to get it: it is for ${cookie.domain} alone.`,
    [{ kind: 'set', attribute: 'domain', value: bytes(domain) }],
    precaution,
  );
}

/** A third party: its cookies go where they were set inside the same page, or where the user lets them. */
function embeddedFix({ exchange, line }: WithheldCase): Fix {
  if (!isSecure(exchange.url))
    return byAction(null, s`The browser keeps cookies of embedded sites back, and lets none through over plain http.`);
  return {
    ...byLine(
      line,
      s`Set it inside this page with ${'SameSite=None; Secure; Partitioned'}: the browser keeps other cookies of embedded sites back. Or ask the user in the frame, by the Storage Access API.`,
      [...CROSS_SITE, { kind: 'add-flag', flag: 'partitioned' }],
      s`A partitioned cookie is another one in each page that embeds the site: who is signed in elsewhere is not signed in here.`,
    ),
    code: ['// in the frame, after a click', 'await document.requestStorageAccess()'],
  };
}
