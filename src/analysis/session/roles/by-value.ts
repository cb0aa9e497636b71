import type { Role } from '../shared/role-kinds';
import type { Format, Layer, TokenReading } from '../values/reading';
import { type RoleVote, votes } from './role-vote';

type FormKind = 'value-is-jwt' | 'value-is-encrypted' | 'value-is-signed' | 'value-is-structured';
type Weights = Readonly<Partial<Record<Role, number>>>;

/** Formats that are made to hold a session or to vouch for somebody. */
const BY_FORMAT: Readonly<Partial<Record<Format, { readonly kind: FormKind; readonly weights: Weights }>>> = {
  jwt: { kind: 'value-is-jwt', weights: { 'auth-token': 2.5, 'csrf-token': 0.3 } },
  jwe: { kind: 'value-is-encrypted', weights: { 'auth-token': 2.5 } },
  'paseto-public': { kind: 'value-is-signed', weights: { 'auth-token': 2.5 } },
  'paseto-local': { kind: 'value-is-encrypted', weights: { 'auth-token': 2.5 } },
  'rails-encrypted': { kind: 'value-is-encrypted', weights: { 'session-id': 2, 'auth-token': 0.5 } },
  'rails-signed': { kind: 'value-is-signed', weights: { 'session-id': 1, 'remember-me': 1 } },
  'express-signed': { kind: 'value-is-signed', weights: { 'session-id': 1.5, 'auth-token': 0.5 } },
  itsdangerous: { kind: 'value-is-signed', weights: { 'session-id': 2, 'auth-token': 0.5 } },
  'django-signed': { kind: 'value-is-signed', weights: { 'session-id': 0.8, preference: 0.5 } },
  'laravel-encrypted': { kind: 'value-is-encrypted', weights: { 'session-id': 1, 'csrf-token': 0.6, 'remember-me': 0.6 } },
  'aspnet-protected': { kind: 'value-is-encrypted', weights: { 'auth-token': 1.8, 'session-id': 0.8, 'csrf-token': 0.8 } },
  'iron-sealed': { kind: 'value-is-encrypted', weights: { 'session-id': 2, 'auth-token': 1 } },
  'plug-signed': { kind: 'value-is-signed', weights: { 'session-id': 2, 'auth-token': 0.5, 'remember-me': 0.5 } },
  'plug-encrypted': { kind: 'value-is-encrypted', weights: { 'session-id': 2, 'auth-token': 0.5 } },
  fernet: { kind: 'value-is-encrypted', weights: { 'session-id': 1.5, 'auth-token': 1.2 } },
  wordpress: { kind: 'value-is-signed', weights: { 'auth-token': 4 } },
  'sodium-sealed': { kind: 'value-is-encrypted', weights: { 'session-id': 2, 'auth-token': 1 } },
  'encrypted-password': { kind: 'value-is-encrypted', weights: { 'auth-token': 3, 'remember-me': 1 } },
  'token-and-hash': { kind: 'value-is-signed', weights: { 'csrf-token': 2 } },
  'big-ip': { kind: 'value-is-structured', weights: { 'load-balancer': 4 } },
};

const WORD =
  /^(?:true|false|yes|no|on|off|y|n|null|none|all|dark|light|auto|system|default|dismissed|accepted|declined|hidden|shown|open|closed|asc|desc|list|grid|-?\d{1,5}|\d{1,5}x\d{1,5}|[a-z]{2}(?:[-_][A-Z]{2})?|[A-Z]{3}|[A-Za-z]+\/[A-Za-z_]+)$/;
/** Names and words of any script, one to four of them: `O'Brien`, `SHOP\anna`, `田中`. */
const PLAIN_WORD =
  /^"?(?:\p{Lu}?\p{Ll}{1,15}|\p{Lu}{1,15}|\p{Lo}{1,12})(?:[-_. '’\\/+](?:\p{Lu}?\p{Ll}{1,15}|\p{Lu}{1,15}|\p{Lo}{1,12})){0,3}\d{0,3}"?$/u;
/** A day, with or without its time. */
const DATE = /^\d{4}-\d\d-\d\d(?:[T ][\d:.+Z-]{1,20})?$/;
/** Seconds or milliseconds since 1970, of the years 2010 to 2050. */
const MOMENT = /^(?:12[6-9]|1[3-9]\d|2[0-4]\d)\d{7}(?:\d{3})?$/;
const EMAIL = /^[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
/** Against every role whose value must be a secret. */
const NO_SECRET: Weights = {
  'session-id': -8,
  'auth-token': -8,
  'csrf-token': -8,
  'remember-me': -8,
  'device-bound-session': -8,
};
const MOMENT_VOTES: Weights = {
  preference: 1,
  'session-id': -3.3,
  'auth-token': -3.3,
  'csrf-token': -3.3,
  'remember-me': -8,
};
/** Keys within JSON that tell what it is kept for. */
const KEYS: readonly { readonly form: RegExp; readonly weights: Weights }[] = [
  { form: /"(?:_user_id|user_?id|logged_?in|_fresh|passport|_flashes|csrf_token|uid)"/i, weights: { 'session-id': 2 } },
  { form: /"(?:access_?token|refresh_?token|id_?token|jwt)"/i, weights: { 'auth-token': 3 } },
  { form: /"(?:cart|basket|items|line_?items|quantity)"/i, weights: { cart: 2 } },
  { form: /"(?:consents?|categories|purposes|gdpr|necessary|marketing|statistics)"/i, weights: { consent: 2 } },
  { form: /"(?:distinct_id|client_?id|visitor_?id|session_?start|page_?views|utm_source)"/i, weights: { analytics: 2 } },
  { form: /"(?:theme|locale|language|currency|timezone|font|sidebar|layout)"/i, weights: { preference: 2 } },
  { form: /"(?:experiments?|variants?|buckets?|features?)"/i, weights: { 'feature-flag': 2 } },
];

/** What a value's form says. */
export function byValue(reading: TokenReading): readonly RoleVote[] {
  const known = BY_FORMAT[reading.format];
  if (known !== undefined) return [...votes(known.kind, known.weights, { format: reading.format }), ...byContents(reading.layer)];
  const content = textOf(reading.layer);
  if (reading.format === 'json' || reading.format === 'express-json' || reading.format === 'form') {
    const plain = votes('value-is-structured', { preference: 1, 'session-id': -1.5 }, { format: reading.format });
    return [...plain, ...byContents(reading.layer)];
  }
  // Whom it names is no secret either.
  if (content !== null && EMAIL.test(content)) return votes('value-names-user', { preference: 1, ...NO_SECRET });
  if (content !== null && WORD.test(content)) return votes('value-is-word', { preference: 2, ...NO_SECRET });
  if (content !== null && DATE.test(content)) return votes('value-is-word', { preference: 1, ...NO_SECRET });
  // It tells when, though an id may be made of nothing else.
  if (content !== null && MOMENT.test(content)) return votes('value-is-word', MOMENT_VOTES);
  // A name of a user, a shop, a page: readable, and no secret whatever the cookie is called and however it is kept.
  if (content !== null && PLAIN_WORD.test(content) && !looksRandom(content)) return votes('value-is-word', NO_SECRET);
  const { bits } = reading.entropy;
  if (bits < 40) return votes('value-is-short', { preference: 0.7, 'session-id': -1.5, 'auth-token': -1.5 }, { bits });
  if (content === null || !looksRandom(content)) return [];
  const much = Math.min(1, bits / 96);
  return votes(
    'value-looks-random',
    {
      'session-id': much,
      'auth-token': 0.7 * much,
      'csrf-token': 0.6 * much,
      'remember-me': 0.6 * much,
      analytics: 0.3 * much,
      preference: -1,
    },
    { bits },
  );
}

/**
 * Whether a text reads as drawn by chance: letters, digits and cases alternate as in no word or date.
 * A bound of entropy cannot tell that: `accepted-all-2026-01-01` has the same bound as an id of its length.
 */
function looksRandom(text: string): boolean {
  let turns = 0;
  for (let i = 1; i < text.length; i++) {
    const [before, now] = [classOf(text.charCodeAt(i - 1)), classOf(text.charCodeAt(i))];
    if (before !== 0 && now !== 0 && before !== now) turns += 1;
  }
  // No id has white space in it; greetings and names do.
  return text.length >= 8 && !/\s/.test(text) && turns / text.length >= 0.15;
}

/** 1 digit, 2 lower case, 3 upper case, 0 anything else. */
function classOf(code: number): number {
  if (code >= 48 && code <= 57) return 1;
  if (code >= 97 && code <= 122) return 2;
  return code >= 65 && code <= 90 ? 3 : 0;
}

function byContents(layer: Layer): readonly RoleVote[] {
  const text = deepText(layer);
  return KEYS.flatMap(({ form, weights }) => (form.test(text) ? votes('value-holds-session', weights) : []));
}

const deepText = (layer: Layer): string =>
  [...layer.parts.map(({ text }) => text ?? ''), ...layer.inside.map(deepText)].join('\n');

function textOf(layer: Layer): string | null {
  const inner = layer.format === 'url' ? layer.inside[0] : undefined;
  const text = (inner ?? layer).parts[0]?.text ?? null;
  return text === null ? null : (YII_SIGNED.exec(text)?.[1] ?? text);
}

/** Yii 2 signs a cookie's name and value together. @see https://github.com/yiisoft/yii2/blob/master/framework/web/Response.php, sendCookies */
const YII_SIGNED = /^[0-9a-f]{64}a:2:\{i:0;s:\d+:"[^"]*";i:1;s:\d+:"(.*)";\}$/s;
