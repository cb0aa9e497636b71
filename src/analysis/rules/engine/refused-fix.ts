import { bytes } from '../../engine/base/bytes';
import type { ParsedLine } from '../../engine/header/parsed-line';
import { prefixOf } from '../../engine/header/prefix';
import { SET_REASONS } from '../../engine/verdict/cdp-names';
import type { Reason, SetReason } from '../../engine/verdict/verdict';
import type { Change } from '../../fixes/change';
import { PREFIX_CHANGES } from '../../fixes/prefix';
import { writtenDomain } from '../../fixes/written-domain';
import type { Exchange } from '../../replay/rows/exchange';
import { credentialsFix } from './credentials-fix';
import type { Fix } from './define';
import { domainSentence } from './domain-words';
import { byAction, byLine } from './fix';
import { betweenNames } from './names-of-machine';
import { whyRefused } from './refusal';
import { hostText, requestSentence } from './request-words';
import { ADD_SECURE, CROSS_SITE, isSecure, MORE_SITES } from './same-site-fix';
import { type Sentence, s } from './sentence';

export interface RefusedCase {
  readonly exchange: Exchange;
  readonly line: ParsedLine;
  /** All that speaks against the line, the deciding one first. */
  readonly reasons: readonly SetReason[];
}

export const isSetReason = (reason: Reason): reason is SetReason => SET_REASONS.some((each) => each === reason);

/** What would make browsers store a line; null = nothing should, or nobody can tell. Half a fix is none: it answers every reason. */
export function refusedFix({ exchange, line, reasons }: RefusedCase): Fix | null {
  if (reasons.includes('domain-public-suffix') && reasons.includes('same-site-cross-site')) return apartFix(line, exchange);
  const parts = reasons.map((reason) => partOf(reason, line, exchange));
  const [first] = parts;
  if (first === undefined || parts.some((part) => part === null)) return null;
  const allChanges = parts.flatMap((part) => part?.changes ?? []);
  // Where one reason is not in the line, what the line lacks besides does not help yet.
  const elsewhere = parts.find((part) => part?.changes.length === 0);
  return elsewhere ? elsewhere : first === null ? null : { ...first, changes: allChanges };
}

/** Two hosts below a public suffix have no cookie in common, whatever the line says. */
function apartFix({ domain }: ParsedLine, { url, sent }: Exchange): Fix {
  const suffix = (domain ?? '').replace(/^\./, '');
  const [here, there] = [hostText(url), sent.initiator === null ? '' : hostText(sent.initiator)];
  return byAction(
    null,
    s`To browsers ${suffix} is a suffix like ${'com'}, so that ${here} and ${there} are two sites and share no cookie. Put both below one domain, such as ${`app.site.${suffix}`} and ${`api.site.${suffix}`}, and write ${`Domain=site.${suffix}`}; or let ${there} pass requests on to ${here}.`,
  );
}

function partOf(reason: SetReason, line: ParsedLine, exchange: Exchange): Fix | null {
  switch (reason) {
    case 'credentials-omitted':
      return credentialsFix(exchange);
    case 'preflight':
      return byAction(
        null,
        s`Set it in the response to a request with credentials, such as the one before: browsers accept no cookie from the response to a preflight.`,
      );
    case 'clear-site-data':
      return null;
    case 'domain-mismatch':
    case 'domain-public-suffix':
    case 'domain-invalid':
    case 'domain-non-ascii':
      return domainFix(line, hostText(exchange.url));
    case 'path-non-ascii':
    case 'path-tab':
      return byLine(line, s`${whyRefused(reason)} Say ${'Path=/'}.`, [{ kind: 'set', attribute: 'path', value: bytes('/') }]);
    case 'prefix-secure':
    case 'prefix-host-secure':
    case 'prefix-host-domain':
    case 'prefix-host-path':
    case 'prefix-http-secure':
    case 'prefix-http-http-only':
      return overHttps(line, exchange, s`Meet the requirements of the name’s prefix.`, PREFIX_CHANGES[prefixOf(line.name)]);
    case 'same-site-none-insecure':
      return overHttps(line, exchange, s`Add ${'Secure'}: ${'SameSite=None'} counts only with it.`, [ADD_SECURE]);
    case 'partitioned-insecure':
      return overHttps(line, exchange, s`Add ${'Secure'}: ${'Partitioned'} counts only with it.`, [ADD_SECURE]);
    case 'same-site-cross-site':
      return betweenNames(exchange) ?? crossSiteAnswer(line, exchange);
    case 'third-party-blocked':
      return overHttps(
        line,
        exchange,
        s`Write ${'SameSite=None; Secure; Partitioned'}: the browser keeps other cookies of embedded sites out.`,
        [...CROSS_SITE, { kind: 'add-flag', flag: 'partitioned' }],
        s`A partitioned cookie is another one in each page that embeds the site.`,
      );
    case 'secure-insecure-origin':
      return byAction(
        'trust-proxy',
        isNearby(exchange.url)
          ? s`Answer over https, open the application as ${'http://localhost'}, where ${'Secure'} cookies are taken, or leave ${'Secure'} out while you develop.`
          : s`Answer over https. Behind a proxy that terminates TLS, configure the application for it, or it makes links and redirects with http. Where there is to be no TLS, ${'Secure'} must be left out.`,
      );
    case 'overwrite-secure':
      return byAction(
        'trust-proxy',
        s`Answer over https, or give the cookie that is set over http another name: the ${'Secure'} one keeps its name until it is deleted over https.`,
      );
    case 'syntax-nameless':
    case 'syntax-nameless-equals':
      return line.hasEquals
        ? byLine(line, s`Write ${'name=value'}.`, [{ kind: 'rename', name: bytes('name') }])
        : byAction(null, s`Write ${'name=value'}.`);
    default:
      return byAction(null, ADVICE[reason] ?? whyRefused(reason));
  }
}

const crossSiteAnswer = (line: ParsedLine, exchange: Exchange): Fix =>
  overHttps(
    line,
    exchange,
    s`Write ${'SameSite=None; Secure'}: it comes in answer to ${requestSentence(exchange)}. Or set it in answer to a request of your own pages.`,
    CROSS_SITE,
    MORE_SITES,
  );

/** Addresses of a developer's own network. */
const isNearby = (url: string): boolean =>
  /^(?:0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)|\.(?:local|test|internal|lan|home|localdomain)$|^[^.]+$/.test(
    hostText(url),
  );

const ADVICE: Partial<Readonly<Record<SetReason, Sentence>>> = {
  'syntax-pair-too-long': s`Name and value may have 4,096 octets together: keep the data on the server and an id in the cookie.`,
  'syntax-control-character': s`Encode the value, as ${'encodeURIComponent'} does: there is a control character in the line.`,
  'syntax-tab': s`Encode the value, as ${'encodeURIComponent'} does: there is a tab in the line.`,
  'http-only-from-script': s`Let the server set it in a ${'Set-Cookie'} line: a script cannot set ${'HttpOnly'}.`,
  'overwrite-http-only': s`Let the server set it: a script may not overwrite an ${'HttpOnly'} cookie.`,
  'limit-secure-only-left': s`Set fewer cookies: the site has as many as the browser keeps, all of them ${'Secure'}.`,
};

function overHttps(
  line: ParsedLine,
  { url }: Exchange,
  advice: Sentence,
  changes: readonly Change[],
  precaution: Sentence | null = null,
): Fix {
  return isSecure(url)
    ? byLine(line, advice, changes, precaution)
    : byAction('trust-proxy', s`Answer over https first: over plain http browsers refuse what the line needs. Then: ${advice}`);
}

/** The domain that was meant, where it can be told; else none, which is the host alone. */
export function domainFix(line: ParsedLine, host: string): Fix {
  const { meant = null, fault = 'elsewhere', part = '' } = writtenDomain(line.domain ?? '', host) ?? {};
  const why = domainSentence(fault, part, host);
  return meant === null
    ? byLine(line, s`${why} Leave ${'Domain'} out: the cookie then belongs to ${host}.`, [{ kind: 'drop', attribute: 'domain' }])
    : byLine(line, s`${why} Say ${`Domain=${meant}`}, or leave it out for ${host} alone.`, [
        { kind: 'set', attribute: 'domain', value: bytes(meant) },
      ]);
}
