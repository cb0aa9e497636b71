import { text } from '../../analysis/engine/base/bytes';
import type { Instant } from '../../analysis/engine/base/units';
import { type CookieLife, lastSpan } from '../../analysis/session/cookies/cookie-life';
import type { SiteSession } from '../../analysis/session/site-session';
import type { Format, JwtClaims, Layer, TokenNote } from '../../analysis/session/values/reading';
import { readToken } from '../../analysis/session/values/token';

/** A token in a cookie, as far as it can be read. */
export interface TokenCard {
  readonly key: CookieLife['key'];
  readonly name: string;
  readonly host: string;
  /** Formats from the outside in: a JWT in an encrypted one stands as `jwe`, for nobody sees inside. */
  readonly formats: readonly Format[];
  /** Whether the cookie has left the jar. */
  readonly gone: boolean;
  /** Whether it signs somebody in. */
  readonly carries: boolean;
  /** null = encrypted, nested or malformed: its claims cannot be read here. */
  readonly claims: JwtClaims | null;
  /** Milliseconds until it expires, negative where it has; null = it says nothing of that. */
  readonly left: number | null;
  /** How much of its life is left, 0 to 1; null = beginning or end is not known. */
  readonly share: number | null;
  readonly notes: readonly TokenNote[];
  /** Readable parts, by name. Secret, like the value they come from. */
  readonly parts: readonly { readonly name: string; readonly text: string }[];
}

const TOKENS: ReadonlySet<Format> = new Set(['jwt', 'jwe', 'paseto-public', 'paseto-local']);

/** The tokens in the cookies of a site, those that sign somebody in first. @param at now, or the end of the recording */
export function tokenCards({ lives, signIns }: SiteSession, at: Instant): readonly TokenCard[] {
  const carriers = new Set(signIns.flatMap((signIn) => signIn.carriers.map(({ life }) => life)));
  return lives
    .flatMap((life) => cardOf(life, at, carriers.has(life)) ?? [])
    .sort((a, b) => Number(b.carries) - Number(a.carries) || Number(a.gone) - Number(b.gone));
}

function cardOf(life: CookieLife, at: Instant, carries: boolean): TokenCard | null {
  const span = lastSpan(life);
  if (span === null) return null;
  const { layer, jwt, notes } = readToken(span.value, { at, cookieExpires: span.expires });
  const layers = layersOf(layer);
  const formats = layers.map(({ format }) => format).filter((format) => TOKENS.has(format));
  if (formats.length === 0) return null;
  const expires = jwt?.expires ?? null;
  const issuedAt = jwt?.issuedAt ?? null;
  const left = expires === null ? null : expires - at;
  const whole = expires === null || issuedAt === null ? null : expires - issuedAt;
  return {
    key: life.key,
    name: text(life.name),
    host: life.domain,
    formats,
    gone: span.to !== null,
    carries,
    claims: jwt,
    left,
    share: left === null || whole === null || whole <= 0 ? null : Math.min(1, Math.max(0, left / whole)),
    notes,
    parts: layers.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.text === null ? [] : [{ name: part.name, text: part.text }])),
    ),
  };
}

const layersOf = (layer: Layer): readonly Layer[] => [layer, ...layer.inside.flatMap(layersOf)];
