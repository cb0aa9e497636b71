import type { Instant } from '../engine/base/units';

export const MESSAGE_KINDS = [
  'saml-request',
  'saml-response',
  'saml-logout-request',
  'saml-logout-response',
  'ws-federation',
  'id-token',
] as const;
export type SignInMessageKind = (typeof MESSAGE_KINDS)[number];

/** What was odd about a message, or why it was not read. */
export const MESSAGE_NOTES = [
  'not-base64',
  'not-xml',
  'doctype',
  'too-large',
  'too-deep',
  'too-many-elements',
  'broken-deflate',
  'comment-in-name',
  'several-assertions',
  'encrypted',
  'not-signed',
] as const;
export type MessageNote = (typeof MESSAGE_NOTES)[number];

/**
 * What a message between an application and the site that signs in for it says, without its secrets: no name of a user, no
 * attribute, no signature, and of a nonce only its digest. Fields are null where the message does not say.
 */
export interface SignInMessage {
  readonly kind: SignInMessageKind;
  readonly id: string | null;
  /** The request that it answers. */
  readonly inResponseTo: string | null;
  readonly issuer: string | null;
  readonly audience: string | null;
  readonly destination: string | null;
  /** Where the answer is asked to go. */
  readonly replyTo: string | null;
  readonly issuedAt: Instant | null;
  readonly notBefore: Instant | null;
  readonly notOnOrAfter: Instant | null;
  /** The last piece of the status: `Success`, `Requester`, `NoPassive`. */
  readonly status: string | null;
  /** What bears a signature; it is not verified. */
  readonly signed: 'message' | 'assertion' | 'both' | 'nothing' | null;
  /** Digest of the nonce. */
  readonly nonce: string | null;
  readonly notes: readonly MessageNote[];
}

/** Whether a field of this name holds a message of a sign-in, which is read before its value is dropped. */
export const isMessageField = (name: string): boolean => /^(?:SAMLRequest|SAMLResponse|wresult|id_token)$/.test(name);
