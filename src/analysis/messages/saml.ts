import { arrayOfBytes, text as decoded } from '../engine/base/bytes';
import type { Bytes } from '../engine/base/units';
import type { MessageNote, SignInMessage, SignInMessageKind } from '../facts/sign-in-message';
import { fromBase64 } from './base64';
import { inflate } from './inflate';
import { bareMessage, shortText, xmlInstant } from './message';
import { elementsNamed, firstNamed, readXml, type XmlElement } from './xml';

/** Octets of XML that are read of one message. */
const MOST_OCTETS = 256 * 1024;

const KINDS: Readonly<Record<string, SignInMessageKind>> = {
  AuthnRequest: 'saml-request',
  Response: 'saml-response',
  LogoutRequest: 'saml-logout-request',
  LogoutResponse: 'saml-logout-response',
};

/**
 * Reads what a SAMLRequest or SAMLResponse says. Broken, hostile and oversized ones give a message with a note.
 * @param how `redirect`: deflated, then base64, in an address; `post`: base64 alone, in a form
 * @returns null = it is not a message of SAML
 * @see SAML 2.0 bindings §3.4.4.1, §3.5.4
 */
export function readSaml(value: string, how: 'redirect' | 'post', name: 'SAMLRequest' | 'SAMLResponse'): SignInMessage | null {
  const unread = (note: MessageNote) => bareMessage(name === 'SAMLRequest' ? 'saml-request' : 'saml-response', [note]);
  if (value.length > MOST_OCTETS * 1.4) return unread('too-large');
  const octets = fromBase64(value.replace(/\s+/g, ''));
  if (octets === null) return unread('not-base64');
  // Some send the redirect binding without deflating.
  if (how === 'post' || octets.trimStart().startsWith('<')) return readMessage(octets) ?? unread('not-xml');
  const { octets: xml, end } = inflate(arrayOfBytes(octets), MOST_OCTETS);
  if (end === 'too-large') return unread('too-large');
  if (end === 'broken') return unread('broken-deflate');
  let text = '';
  for (const octet of xml) text += String.fromCharCode(octet);
  return readMessage(text as Bytes) ?? unread('not-xml');
}

function readMessage(octets: Bytes): SignInMessage | null {
  const root = readXml(decoded(octets));
  if (typeof root === 'string') return root === 'not-xml' ? null : bareMessage('saml-response', [root]);
  const kind = KINDS[root.name];
  return kind === undefined ? null : said(kind, root);
}

/** What an answer in WS-Federation says: a token within its own wrapping, most often an assertion. @see WS-Federation 1.2 §13 */
export function readWsFederation(value: string): SignInMessage {
  const root = readXml(value);
  if (typeof root === 'string') return bareMessage('ws-federation', [root]);
  return said('ws-federation', root);
}

function said(kind: SignInMessageKind, root: XmlElement): SignInMessage {
  const assertions = [...elementsNamed(root, 'Assertion')];
  const [assertion] = assertions;
  const conditions = firstNamed(root, 'Conditions');
  const confirmation = firstNamed(root, 'SubjectConfirmationData');
  const status = firstNamed(root, 'StatusCode');
  return {
    ...bareMessage(kind, notesOf(root, assertions)),
    id: shortText(root.attributes.get('ID')),
    inResponseTo: shortText(root.attributes.get('InResponseTo') ?? confirmation?.attributes.get('InResponseTo')),
    issuer: issuerOf(root) ?? shortText(assertion?.attributes.get('Issuer')),
    audience: shortText(firstNamed(root, 'Audience')?.text),
    destination: shortText(root.attributes.get('Destination') ?? confirmation?.attributes.get('Recipient')),
    replyTo: shortText(root.attributes.get('AssertionConsumerServiceURL')),
    issuedAt: xmlInstant(root.attributes.get('IssueInstant') ?? assertion?.attributes.get('IssueInstant')),
    notBefore: xmlInstant(conditions?.attributes.get('NotBefore')),
    notOnOrAfter: xmlInstant(conditions?.attributes.get('NotOnOrAfter') ?? confirmation?.attributes.get('NotOnOrAfter')),
    // The inner code says more than the outer one: Requester, then NoPassive.
    status: lastPiece(
      status?.children.find(({ name }) => name === 'StatusCode')?.attributes.get('Value') ?? status?.attributes.get('Value'),
    ),
    signed: signedIn(root, assertions),
  };
}

const issuerOf = (root: XmlElement): string | null =>
  shortText(root.children.find(({ name }) => name === 'Issuer')?.text ?? firstNamed(root, 'Issuer')?.text);

function notesOf(root: XmlElement, assertions: readonly XmlElement[]): readonly MessageNote[] {
  const notes: MessageNote[] = [];
  if (firstNamed(root, 'EncryptedAssertion') !== null || firstNamed(root, 'EncryptedData') !== null) notes.push('encrypted');
  if (assertions.length > 1) notes.push('several-assertions');
  const names = [
    ...elementsNamed(root, 'NameID'),
    ...elementsNamed(root, 'NameIdentifier'),
    ...elementsNamed(root, 'AttributeValue'),
  ];
  if (names.some(({ isCommented }) => isCommented)) notes.push('comment-in-name');
  if (
    (root.name === 'Response' || assertions.length > 0) &&
    signedIn(root, assertions) === 'nothing' &&
    !notes.includes('encrypted')
  )
    notes.push('not-signed');
  return notes;
}

function signedIn(root: XmlElement, assertions: readonly XmlElement[]): SignInMessage['signed'] {
  const isSigned = ({ children }: XmlElement): boolean => children.some(({ name }) => name === 'Signature');
  const message = root.name !== 'Assertion' && isSigned(root);
  const assertion = assertions.some(isSigned);
  if (message && assertion) return 'both';
  return message ? 'message' : assertion ? 'assertion' : 'nothing';
}

const lastPiece = (urn: string | null | undefined): string | null => shortText(urn?.slice(urn.lastIndexOf(':') + 1));
