import { byCount, LIST } from './shared/english';
import type { EndedTransaction } from './transaction-outcomes';

/** How a requirement stands. Met only where every part of it was observed. */
export type RequirementStatus = 'not-met' | 'met' | 'cannot-tell' | 'does-not-apply';

/** One thing that a requirement asks for, and whether the traffic shows it; null = it does not show. */
interface RequirementPart {
  readonly says: string;
  readonly holds: boolean | null;
}

export interface TransactionRequirement {
  /** `10.2.1` of OWASP ASVS 5.0, `§2.1.2` of RFC 9700. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** The requirement's own words. */
  readonly text: string;
  readonly status: RequirementStatus;
  readonly parts: readonly RequirementPart[];
}

const ASVS = 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x19-V10-OAuth-and-OIDC.md';
const ASVS_AUTHENTICATION = 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x15-V6-Authentication.md';
const BCP = 'https://www.rfc-editor.org/rfc/rfc9700#section-';

type RequirementCheck = (transaction: EndedTransaction) => readonly RequirementPart[] | null;
interface Entry extends Omit<TransactionRequirement, 'status' | 'parts'> {
  /** null = the requirement is not about this transaction. */
  readonly check: RequirementCheck;
}

/** How a sign-in through another site stands to OAuth 2.0 Security Best Current Practice and to chapters 6.8 and 10 of ASVS 5.0. */
export const transactionRequirements = (transaction: EndedTransaction): readonly TransactionRequirement[] =>
  ALL.map(({ check, ...requirement }): TransactionRequirement => {
    const parts = check(transaction);
    return parts === null
      ? { ...requirement, status: 'does-not-apply', parts: [] }
      : { ...requirement, status: standingOf(parts), parts };
  });

function standingOf(parts: readonly RequirementPart[]): RequirementStatus {
  if (parts.some(({ holds }) => holds === false)) return 'not-met';
  return parts.some(({ holds }) => holds === null) ? 'cannot-tell' : 'met';
}

const isOAuth = ({ protocol, leave }: EndedTransaction): boolean =>
  leave !== null && (protocol === 'openid-connect' || protocol === 'oauth2');
const usesCode = ({ leave }: EndedTransaction): boolean => /(?:^| )code(?: |$)/.test(leave?.asked.responseType ?? 'code');
const comparison = ({ comparisons }: EndedTransaction, what: string) => comparisons.find((each) => each.what === what);
const equalPart = (says: string, equal: boolean | null | undefined): readonly RequirementPart[] =>
  equal === undefined ? [] : [{ says, holds: equal }];

const ALL: readonly Entry[] = [
  {
    id: '10.2.1',
    url: ASVS,
    title: 'The code flow is guarded against forged answers',
    text: "Verify that, if the code flow is used, the OAuth client has protection against browser-based request forgery attacks … either by using proof key for code exchange (PKCE) functionality or checking the 'state' parameter that was sent in the authorization request.",
    check: (transaction) => {
      if (!isOAuth(transaction) || !usesCode(transaction)) return null;
      if (transaction.leave?.asked.isPushed)
        return [{ says: 'state and PKCE were handed over between the servers', holds: null }];
      const used = [comparison(transaction, 'state') && 'state', comparison(transaction, 'pkce') && 'PKCE'].filter(Boolean);
      if (used.length === 0) return [{ says: 'state or PKCE is used', holds: false }];
      return [
        ...used.map((each) => ({ says: `${each} is used`, holds: true })),
        ...equalPart('state came back as it left', comparison(transaction, 'state')?.equal ?? undefined),
        { says: 'the application compares them', holds: null },
      ];
    },
  },
  {
    id: '10.1.2',
    url: ASVS,
    title: 'The transaction is bound to this browser',
    text: 'Verify that the client only accepts values from the authorization server … if these values result from an authorization flow that was initiated by the same user agent session and transaction. This requires that client-generated secrets … are securely bound to both the client and the user agent session in which the transaction was started.',
    check: (transaction) => {
      if (transaction.leave === null) return [{ says: 'the application began it', holds: false }];
      const { cookies, answer } = transaction;
      const held = cookies.filter(({ holds }) => holds !== null);
      const readable = held.filter(({ life }) => life.httpOnly === false);
      return [
        held.length > 0
          ? {
              says: `${LIST.format(held.map(({ life }) => life.name))} ${byCount(held.length, 'holds', 'hold')} it in this browser`,
              holds: true,
            }
          : { says: 'a cookie of this browser holds it', holds: null },
        ...(readable.length > 0
          ? [
              {
                says: `${LIST.format(readable.map(({ life }) => life.name))} ${byCount(readable.length, 'is', 'are')} out of reach of scripts`,
                holds: false,
              },
            ]
          : []),
        ...(answer === null
          ? []
          : cookies
              .filter(({ isWithheld }) => isWithheld)
              .map(({ life }) => ({ says: `${life.name} came back with the answer`, holds: false }))),
        { says: 'the application refuses an answer to another browser', holds: null },
      ];
    },
  },
  {
    id: '10.4.6',
    url: ASVS,
    title: 'PKCE with S256',
    text: "Verify that, if the code grant is used, the authorization server mitigates authorization code interception attacks by requiring proof key for code exchange (PKCE). For authorization requests, the authorization server must require a valid 'code_challenge' value and must not accept a 'code_challenge_method' value of 'plain'.",
    check: (transaction) => {
      if (!isOAuth(transaction) || !usesCode(transaction)) return null;
      const asked = transaction.leave?.asked;
      if (asked?.isPushed) return [{ says: 'the parameters were handed over between the servers', holds: null }];
      if (asked?.challengeMethod == null)
        return [{ says: 'a request without PKCE is refused', holds: transaction.answer === null ? null : false }];
      if (asked.challengeMethod === 'plain')
        return [{ says: 'the method plain is refused', holds: transaction.answer === null ? null : false }];
      return [
        { says: 'S256 was used', holds: true },
        { says: `${transaction.provider} insists on it`, holds: null },
      ];
    },
  },
  {
    id: '10.5.1',
    url: ASVS,
    title: 'An ID token cannot be replayed',
    text: "Verify that the client (as the relying party) mitigates ID Token replay attacks. For example, by ensuring that the 'nonce' claim in the ID Token matches the 'nonce' value sent in the authentication request to the OpenID Provider.",
    check: (transaction) => {
      if (transaction.protocol !== 'openid-connect' || transaction.leave === null) return null;
      const nonce = comparison(transaction, 'nonce');
      const inBrowser = /id_token/.test(transaction.leave.asked.responseType ?? '');
      if (nonce === undefined) return [{ says: 'a nonce was sent', holds: inBrowser ? false : null }];
      return [
        { says: 'a nonce was sent', holds: true },
        { says: 'the ID token has the same', holds: nonce.equal },
        { says: 'the application compares them', holds: null },
      ];
    },
  },
  {
    id: '§2.1.2',
    url: `${BCP}2.1.2`,
    title: 'No token in an address',
    text: 'In order to avoid these issues, clients SHOULD NOT use the implicit grant (response type "token") or other response types issuing access tokens in the authorization response.',
    check: (transaction) => {
      if (!isOAuth(transaction)) return null;
      const type = transaction.leave?.asked.responseType ?? null;
      if (type === null) return [{ says: 'a code is asked for', holds: null }];
      const asks = !/(?:^| )token(?: |$)/.test(type);
      const shown = /[?&](?:access_token|id_token)=/.test(transaction.answer?.exchange.url ?? '');
      return [
        { says: 'no access token is asked for', holds: asks },
        { says: 'no token stands in the address of the answer', holds: !shown },
      ];
    },
  },
  {
    id: '10.7.1',
    url: ASVS,
    title: 'The user consents',
    text: 'Verify that the authorization server ensures that the user consents to each authorization request. If the identity of the client cannot be assured, the authorization server must always explicitly prompt the user for consent.',
    check: (transaction) => {
      if (!isOAuth(transaction) || transaction.isSilent) return null;
      const asked = transaction.hops.some(({ part }) => part === 'consent');
      return [{ says: 'the user was asked for consent', holds: asked ? true : null }];
    },
  },
  {
    id: '6.8.2',
    url: ASVS_AUTHENTICATION,
    title: 'The assertion is signed, and that is checked',
    text: 'Verify that the presence and integrity of digital signatures on authentication assertions (for example on JWTs or SAML assertions) are always validated, rejecting any assertions that are unsigned or have invalid signatures.',
    check: ({ protocol, answer }) => {
      if ((protocol !== 'saml' && protocol !== 'ws-federation') || answer === null) return null;
      const message = answer.message;
      const isSigned =
        message === null || message.notes.includes('encrypted') ? null : message.signed !== null && message.signed !== 'nothing';
      return [
        { says: 'the answer bears a signature', holds: isSigned },
        ...(message?.notes.includes('comment-in-name') ? [{ says: 'no comment stands within a name', holds: false }] : []),
        { says: 'the application verifies it', holds: null },
      ];
    },
  },
  {
    id: '6.8.3',
    url: ASVS_AUTHENTICATION,
    title: 'An assertion counts once, and for what was asked',
    text: 'Verify that SAML assertions are uniquely processed and used only once within the validity period to prevent replay attacks.',
    check: (transaction) => {
      if (transaction.protocol !== 'saml' || transaction.answer === null) return null;
      const asked = comparison(transaction, 'request-id');
      return [
        transaction.leave === null
          ? { says: 'it answers a request of the application', holds: null }
          : { says: 'it names the request that it answers', holds: asked?.equal ?? null },
        { says: 'a second use is refused', holds: null },
      ];
    },
  },
];
