import { text } from '../../../analysis/engine/base/bytes';
import type { Bytes, Instant } from '../../../analysis/engine/base/units';
import { parseCookieDate } from '../../../analysis/engine/header/cookie-date';
import { lifetimeOf } from '../../../analysis/engine/header/lifetime';
import { parseMaxAge } from '../../../analysis/engine/header/max-age';
import type { Attribute, ParsedLine, Span } from '../../../analysis/engine/header/parsed-line';
import { prefixOf } from '../../../analysis/engine/header/prefix';
import type { StoredCookie } from '../../../analysis/engine/jar/stored-cookie';
import type { Profile, Reason } from '../../../analysis/engine/verdict/verdict';
import { say } from '../../../words/catalogue';
import { lengthOf } from '../../../words/length';
import { dateText } from '../../shared/presentation/time';
import type { CookiePart } from './cookie-part';
import { type LineRefusal, withCauses } from './part-causes';

export interface ReceivedLine {
  readonly at: Instant;
  /** The response's Date header. */
  readonly date: Bytes | null;
  readonly profile: Profile;
}

/**
 * Every attribute of a line in its order, then what it leaves out; what decided stands first.
 * @param refusal why the line is rejected; null = it is not
 */
export function partsOfLine(line: ParsedLine, received: ReceivedLine, refusal: LineRefusal | null = null): readonly CookiePart[] {
  const fault = refusal?.span ?? null;
  const isAtFault = ({ start, end }: Span): boolean => fault !== null && fault.start < end && fault.end > start;
  const written = line.attributes.map((attribute, index) => ({
    id: `${index}`,
    label: attribute.known ? say(`attribute.${attribute.known}`) : text(attribute.name),
    value: attribute.value === '' ? (attribute.hasEquals ? say('attribute.empty') : '') : text(attribute.value),
    sentence: attributeSentence(attribute, line, received),
    effect: isAtFault(attribute.span)
      ? ('at-fault' as const)
      : attribute.known !== null && attribute.counts
        ? ('counts' as const)
        : ('ignored' as const),
  }));
  return withCauses([prefixPart(line.name), ...written, ...leftOut(line)], refusal?.reason ?? null);
}

function attributeSentence(attribute: Attribute, line: ParsedLine, received: ReceivedLine): string {
  const { known, value } = attribute;
  if (known === null) return say('attribute.unknown');
  if (!attribute.counts) return say(isRepeated(attribute, line) ? 'attribute.overruled' : 'attribute.ignored');
  switch (known) {
    case 'expires':
      return expiresSentence(value, line, received);
    case 'max-age':
      return maxAgeSentence(value, line, received);
    case 'domain':
      return value === '' ? say('domain.empty') : say('domain.wide', { domain: text(value).replace(/^\./, '') });
    case 'path':
      return pathSentence(value);
    case 'secure':
    case 'httponly':
    case 'partitioned':
      return [say(`${known}.present`), value === '' ? null : say('flag.value')].filter(Boolean).join(' ');
    case 'samesite':
      return say(line.sameSite === 'absent' ? 'samesite.unknown' : `samesite.${line.sameSite}`);
    case 'priority':
      return say(/^(low|medium|high)$/i.test(value) ? `priority.${line.priority}` : 'priority.unknown');
    default:
      return known satisfies never;
  }
}

const isRepeated = (attribute: Attribute, line: ParsedLine): boolean =>
  line.attributes.some(
    (other) => other !== attribute && other.known === attribute.known && other.span.start > attribute.span.start,
  );

function expiresSentence(value: Bytes, line: ParsedLine, { at, date, profile }: ReceivedLine): string {
  if (line.maxAge !== null && parseMaxAge(line.maxAge, profile) !== null) return say('expires.beside-max-age');
  if (parseCookieDate(value, profile) === null) return say('expires.invalid');
  const { expires, capped } = lifetimeOf(line, at, date, profile);
  if (expires === null) return say('expires.invalid');
  if (expires <= at) return say('expires.past');
  return [say('expires.kept', { date: dateText(expires) }), capped ? say('lifetime.capped') : null].filter(Boolean).join(' ');
}

function maxAgeSentence(value: Bytes, line: ParsedLine, { at, date, profile }: ReceivedLine): string {
  const age = parseMaxAge(value, profile);
  if (age === null) return say('max-age.invalid');
  if (age <= 0) return say('max-age.now');
  const { expires, capped } = lifetimeOf(line, at, date, profile);
  const length = lengthOf(expires === null ? age : (expires - at) / 1000);
  return [say('max-age.kept', { length }), capped ? say('lifetime.capped') : null].filter(Boolean).join(' ');
}

function pathSentence(value: Bytes): string {
  if (!value.startsWith('/')) return say('path.relative');
  return value === '/' ? say('path.all') : say('path.under', { path: text(value) });
}

function leftOut(line: ParsedLine): readonly CookiePart[] {
  const out: CookiePart[] = [];
  if (line.maxAge === null && line.expires === null) out.push(absent('lifetime', say('lifetime.session')));
  if (line.domain === null) out.push(absent('domain', say('domain.absent')));
  if (line.path === null) out.push(absent('path', say('path.absent')));
  if (!line.secure) out.push(absent('secure', say('secure.absent')));
  if (!line.httpOnly) out.push(absent('httponly', say('httponly.absent')));
  if (!line.attributes.some(({ known }) => known === 'samesite')) out.push(absent('samesite', say('samesite.absent')));
  return out;
}

const absent = (id: 'lifetime' | 'domain' | 'path' | 'secure' | 'httponly' | 'samesite', sentence: string): CookiePart => ({
  id: `absent-${id}`,
  label: say(`attribute.${id}`),
  value: say('attribute.absent'),
  sentence,
  effect: 'absent',
});

function prefixPart(name: Bytes): CookiePart {
  const prefix = prefixOf(name);
  const written = prefix === 'none' ? '' : name.slice(0, name.indexOf('-', prefix === 'host-http' ? 7 : 0) + 1);
  return {
    id: 'prefix',
    label: say('attribute.prefix'),
    value: prefix === 'none' ? say('attribute.absent') : written,
    sentence: say(`prefix.${prefix}`),
    effect: prefix === 'none' ? 'absent' : 'counts',
  };
}

/** What is kept of a cookie, as far as it has parts. */
type StoredAttribute = Omit<StoredCookie, 'serial' | 'scriptSerial' | 'creation' | 'lastAccess' | 'priority'>;

/** Which part a cookie is held back for; a reason that lies in none of them is not here. */
const HOLDS_BACK: Readonly<Partial<Record<Reason, string>>> = {
  'domain-mismatch': 'domain',
  'domain-host-only': 'domain',
  'path-mismatch': 'path',
  expired: 'lifetime',
  'secure-insecure-request': 'secure',
  'http-only-script-read': 'httponly',
  'same-site-strict': 'samesite',
  'same-site-lax': 'samesite',
  'same-site-lax-unsafe-method': 'samesite',
  'same-site-default-lax': 'samesite',
  'same-site-none-insecure': 'samesite',
  'partition-mismatch': 'partitioned',
};

/**
 * What a cookie of the jar is: the same sentences, from what was kept of it.
 * @param withheld why it was not sent; null = it was, or that is no question
 */
export function partsOfCookie(cookie: StoredAttribute, withheld: Reason | null = null): readonly CookiePart[] {
  const deciding = withheld && HOLDS_BACK[withheld];
  const parts = storedParts(cookie).map((part): CookiePart => (part.id === deciding ? { ...part, effect: 'holds-back' } : part));
  return withCauses(parts, null);
}

function storedParts(cookie: StoredAttribute): readonly CookiePart[] {
  const { sameSite, secure, httpOnly, expires, path, domain, hostOnly, partition } = cookie;
  const flag = (id: 'secure' | 'httponly', on: boolean): CookiePart => ({
    id,
    label: say(`attribute.${id}`),
    value: say(on ? 'attribute.present' : 'attribute.absent'),
    sentence: say(on ? `${id}.present` : `${id}.absent`),
    effect: on ? 'counts' : 'absent',
  });
  return [
    prefixPart(cookie.name),
    {
      id: 'domain',
      label: say('attribute.domain'),
      value: domain,
      sentence: hostOnly ? say('domain.host-only', { host: domain }) : say('domain.wide', { domain }),
      effect: 'counts',
    },
    { id: 'path', label: say('attribute.path'), value: text(path), sentence: pathSentence(path), effect: 'counts' },
    {
      id: 'lifetime',
      label: say('attribute.expires'),
      value: expires === null ? say('lifetime.session-short') : dateText(expires),
      sentence: expires === null ? say('lifetime.session') : say('expires.kept', { date: dateText(expires) }),
      effect: expires === null ? 'absent' : 'counts',
    },
    flag('secure', secure),
    flag('httponly', httpOnly),
    {
      id: 'samesite',
      label: say('attribute.samesite'),
      value: sameSite === 'absent' ? say('attribute.absent') : say(`samesite.${sameSite}-short`),
      sentence: say(`samesite.${sameSite}`),
      effect: sameSite === 'absent' ? 'absent' : 'counts',
    },
    {
      id: 'partitioned',
      label: say('attribute.partitioned'),
      value: partition ? partition.topLevelSite : say('attribute.absent'),
      sentence: say(partition ? 'partitioned.present' : 'partitioned.absent'),
      effect: partition === null ? 'absent' : 'counts',
    },
  ];
}
