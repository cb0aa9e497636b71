import { type Instant, instant } from '../engine/base/units';
import type { MessageNote, SignInMessage, SignInMessageKind } from '../facts/sign-in-message';

/** A message of which nothing is known but what it is. */
export const bareMessage = (kind: SignInMessageKind, notes: readonly MessageNote[] = []): SignInMessage => ({
  kind,
  id: null,
  inResponseTo: null,
  issuer: null,
  audience: null,
  destination: null,
  replyTo: null,
  issuedAt: null,
  notBefore: null,
  notOnOrAfter: null,
  status: null,
  signed: null,
  nonce: null,
  notes,
});

/** A date of XML Schema in UTC, as SAML wants it; null = it is none. */
export function xmlInstant(text: string | null | undefined): Instant | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|[+-]00:00)?$/.exec(text ?? '');
  if (parts === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const milliseconds = Math.trunc(Number(`0.${parts[7] ?? '0'}`) * 1000);
  return instant(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
}

const LONGEST = 300;
/** A name that a message gives; null where it is missing, empty, or too long to be one. */
export const shortText = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' || trimmed.length > LONGEST ? null : trimmed;
};
