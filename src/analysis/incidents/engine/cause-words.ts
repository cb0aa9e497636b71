import type { Reason } from '../../engine/verdict/verdict';
import { whyRefused } from '../../rules/engine/refusal';
import { hostText, pathOf, requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import type { Failure } from '../scene/failure';
import type { Suspect } from '../scene/suspect';

/** Why browsers keep a cookie back, in a few words that follow "withheld: ". */
const BRIEF: Partial<Readonly<Record<Reason, Sentence>>> = {
  'same-site-strict': s`${'SameSite=Strict'}`,
  'same-site-lax': s`${'SameSite=Lax'}`,
  'same-site-lax-unsafe-method': s`${'SameSite=Lax'}, and the request is a cross-site POST`,
  'same-site-default-lax': s`no ${'SameSite'}, which counts as ${'Lax'}`,
  'same-site-none-insecure': s`${'SameSite=None'} without ${'Secure'}`,
  'same-site-cross-site': s`set in answer to another site’s request without ${'SameSite=None'}`,
  'secure-insecure-request': s`${'Secure'}, and the request is plain http`,
  'secure-insecure-origin': s`${'Secure'}, and the answer came over plain http`,
  'overwrite-secure': s`the jar holds a ${'Secure'} cookie of that name`,
  'path-mismatch': s`other ${'Path'}`,
  'domain-host-only': s`other host`,
  'domain-mismatch': s`other host`,
  'third-party-blocked': s`third-party cookies are blocked`,
  'partition-mismatch': s`kept in the partition of another site`,
  'credentials-omitted': s`the page asked without credentials`,
  preflight: s`the answer is one to a preflight`,
  expired: s`expired`,
  'syntax-pair-too-long': s`larger than 4,096 octets`,
  'domain-public-suffix': s`${'Domain'} is a public suffix`,
  'domain-invalid': s`${'Domain'} is no host name`,
  'domain-non-ascii': s`${'Domain'} is not ASCII`,
  'partitioned-insecure': s`${'Partitioned'} without ${'Secure'}`,
  'prefix-secure': s`the name’s prefix demands ${'Secure'}`,
  'prefix-host-secure': s`the name’s prefix demands ${'Secure'}`,
  'prefix-host-domain': s`the name’s prefix forbids ${'Domain'}`,
  'prefix-host-path': s`the name’s prefix demands ${'Path=/'}`,
};

/** Why a cookie was withheld or refused, in a few words for the middle of a sentence. */
export const reasonBrief = (reason: Reason | null): Sentence =>
  reason === null ? s`for a reason that is not known` : (BRIEF[reason] ?? whyRefused(reason));

/** What became of the cookie, in a few words: "withheld: SameSite=Lax". */
export function brief(suspect: Suspect): Sentence {
  const { cause, reason } = suspect;
  switch (cause) {
    case 'withheld':
      return reason === null ? s`withheld` : s`withheld: ${reasonBrief(reason)}`;
    case 'rejected':
      return reason === null ? s`refused` : s`refused: ${reasonBrief(reason)}`;
    case 'dead-on-arrival':
      return s`expired as it arrived`;
    case 'expired':
      return s`expired`;
    case 'evicted':
      return s`thrown out: too many cookies`;
    case 'deleted':
      return s`deleted before`;
    case 'other-partition':
      return s`kept in the partition of another site`;
    case 'other-host':
      return s`for ${domainOf(suspect)} alone`;
    case 'shadowed':
      return s`sent twice, with two values`;
    case 'overwritten':
      return s`overwritten`;
    default:
      return s`${[cause.replaceAll('-', ' ')]}`;
  }
}

/** The host or domain that a cookie is for. */
const domainOf = ({ key, cookie }: Pick<Suspect, 'key' | 'cookie'>): string =>
  cookie?.domain ?? key?.split('\t')[1]?.replace(/^\./, '') ?? '';

/** "GET /account of shop.example". */
export const requestOf = ({ exchange, host }: Failure): Sentence => s`${requestText(exchange)} of ${host}`;

/** What happened to the cookie, as a sentence with its subject. */
export function causeSentence(suspect: Suspect, failure: Pick<Failure, 'exchange' | 'host'>): Sentence {
  const { name, cause, reason, source } = suspect;
  const request = requestText(failure.exchange);
  switch (cause) {
    case 'withheld':
      return s`The browser withheld ${name} from ${request}: ${reasonBrief(reason)}.`;
    case 'rejected':
      return s`The browser refused ${name} in ${source === null ? ['an earlier answer'] : s`the answer to ${requestText(source.exchange)}`}: ${reasonBrief(reason)}.`;
    case 'dead-on-arrival':
      return s`${name} had expired when it arrived, by the browser’s clock: it was not kept.`;
    case 'expired':
      return s`${name} expired before ${request}.`;
    case 'evicted':
      return s`The browser threw ${name} out, for the site has more cookies than it keeps.`;
    case 'deleted':
      return s`${name} was deleted before ${request}.`;
    case 'other-partition':
      return suspect.withheld?.cookie.partition === null
        ? s`${name} was set while ${domainOf(suspect)} was the page on top; inside pages of another site there is a jar of its own, without it.`
        : s`${name} is in the jar of another page on top: ${partitionOf(suspect)}. Here it is not sent.`;
    case 'other-host':
      return s`${name} is for ${domainOf(suspect)}; the request went to ${failure.host}.`;
    case 'shadowed':
      return s`${name} went along twice, with two values: servers read one of them.`;
    default:
      return s`${name}: ${brief(suspect)}.`;
  }
}

const partitionOf = ({ withheld }: Suspect): Sentence => s`${hostText(withheld?.cookie.partition?.topLevelSite ?? 'none')}`;

/** What went wrong, as a clause that follows "the server ": "answered 403". */
export function consequenceClause({ consequence, exchange }: Failure): Sentence {
  switch (consequence.kind) {
    case 'to-sign-in':
      return s`was sent on to sign in, to ${pathOf(consequence.to)}`;
    case 'to-error':
      return s`was sent on to an error, ${pathOf(consequence.to)}`;
    case 'loop':
      return s`was sent to and fro ${consequence.times} times`;
    case 'status':
      return s`was answered ${[String(consequence.status)]}`;
    case 'new-session':
      return s`got a new ${consequence.name}, as if it were the first visit`;
    case 'cors':
      return consequence.fault === 'any-origin'
        ? s`was answered with ${'Access-Control-Allow-Origin: *'}, which does not count with cookies`
        : s`was answered without ${'Access-Control-Allow-Credentials: true'}`;
    case 'preflight':
      return consequence.fault === 'refused'
        ? s`was answered ${[String(exchange.status)]}, so that the browser did not send the request itself`
        : consequence.fault === 'any-origin'
          ? s`was answered with ${'Access-Control-Allow-Origin: *'}, so that the browser did not send the request with cookies`
          : s`was answered without ${'Access-Control-Allow-Credentials: true'}, so that the browser did not send the request with cookies`;
    case 'form-again':
      return s`was answered with the form to sign in`;
    case 'still-signed-in':
      return exchange.status === null ? s`was served` : s`was answered ${[String(exchange.status)]} as before`;
    case 'signed-in-again':
      return s`was signed in again by ${consequence.by}`;
    default:
      return consequence satisfies never;
  }
}
