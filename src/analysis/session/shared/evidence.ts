/** What a conclusion about a session rests on. `words/en/session.json` has a sentence for each. @internal */
export const EVIDENCE_KINDS = [
  // A cookie's role
  'name-of-framework',
  'name-of-third-party',
  'name-has-word',
  'value-is-jwt',
  'value-is-encrypted',
  'value-is-signed',
  'value-holds-session',
  'value-looks-random',
  'signs-cookie',
  'signed-by-cookie',
  'value-is-short',
  'value-is-word',
  'value-is-structured',
  'value-names-user',
  'http-only',
  'readable-by-script',
  'written-by-script',
  'ends-with-browser',
  'long-lived',
  'first-set-by-credentials',
  'issued-with-remember-choice',
  'changed-at-sign-in',
  'issued-at-sign-in',
  'ended-at-sign-out',
  'carries-sign-in',
  'signed-in-alone',
  'equals-field',
  'equals-header',
  'paired-by-framework',
  'sent-as-bearer',
  'reused',
  'only-third-party',
  'chunk-of',
  'copy-of',
  'path-holds-value',
  'holds-transaction-value',
  'set-for-sign-in-elsewhere',
  'ended-at-return',
  'bound-by-registration',
  'renewed-by-proof',
  // How credentials were answered
  'refused-by-status',
  'back-at-login',
  'left-login',
  'guarded-page-opened',
  'guarded-page-refused',
  'form-answered-in-place',
  'nothing-issued',
  'session-cookie-issued',
  'session-cookie-changed',
  'cookie-changes-anyway',
  'tried-again',
  'went-on',
  'sign-out-used',
  'let-in-elsewhere',
  'login-page-turned-away',
  'bearer-token-used',
  'error-in-redirect',
  'answered-differently-before',
  'page-answered-differently',
  'session-lost',
  // Which cookie carries a sign-in
  'kept-at-sign-in',
  'role-of-session',
  'role-of-remembering',
  'carried-when-served',
  'not-carried-when-served',
  'served-without-it',
  'served-with-it-alone',
  'refused-with-it-alone',
  // Signing out, expiry, reuse
  'sign-out-address',
  'front-channel',
  'cookie-deleted',
  'cookie-replaced',
  'cookie-left',
  'cookie-expired',
  'cookie-gone',
  'form-with-a-choice',
  'asked-to-sign-in-again',
  'still-answered',
  'answered-anonymously',
  'old-value-sent',
  'new-id-given',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One line of evidence. Slots hold names, counts and addresses, never the value of a cookie, field or header. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly slots: Readonly<Record<string, string | number>>;
  /** Ids of the exchanges that show it, the first few. */
  readonly exchanges: readonly string[];
  /** How much it says: above 0 for the conclusion it stands under, below 0 against. */
  readonly weight: number;
}

/** Evidence that no exchange shows, such as a name. */
export function evidence(
  kind: EvidenceKind,
  weight: number,
  slots: Evidence['slots'] = {},
  exchanges: readonly string[] = [],
): Evidence {
  return { kind, slots, exchanges: exchanges.slice(0, 5), weight };
}

/** The sum of the weights. */
export function weigh(lines: readonly Evidence[]): number {
  let sum = 0;
  for (const line of lines) sum += line.weight;
  return sum;
}
