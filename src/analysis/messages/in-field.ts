import { text } from '../engine/base/bytes';
import type { Bytes } from '../engine/base/units';
import type { Digest } from '../facts/digest';
import type { SignInMessage } from '../facts/sign-in-message';
import { readIdToken } from './id-token';
import { readSaml, readWsFederation } from './saml';

/** What a form's field says where it is known to hold a message of a sign-in; null = it is no such field. */
export function messageInField(name: string, value: Bytes, digest: Digest): SignInMessage | null {
  switch (name) {
    case 'SAMLRequest':
    case 'SAMLResponse':
      return readSaml(value, 'post', name);
    case 'wresult':
      return readWsFederation(text(value));
    case 'id_token':
      return readIdToken(value, digest);
    default:
      return null;
  }
}
