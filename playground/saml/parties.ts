import { Constants, IdentityProvider, ServiceProvider, setSchemaValidator } from 'samlify';
import { generate } from 'selfsigned';
import type { Hosts } from '../hosts';

export type IdentityProviderParty = ReturnType<typeof IdentityProvider>;
export type ServiceProviderParty = ReturnType<typeof ServiceProvider>;

/** Where each of the two takes messages of the other. */
export const SSO_PATH = '/sso';
export const PROVIDER_SIGN_OUT_PATH = '/slo';
const RETURN_PATH = '/sign-in/saml/return';
const SHOP_SIGN_OUT_PATH = '/sign-out/saml';
export const PROVIDER_METADATA_PATH = '/metadata';
export const SHOP_METADATA_PATH = '/sign-in/saml/metadata';

const { redirect, post } = Constants.namespace.binding;
const UNSPECIFIED = ['urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified'];

// Signature, issuer, audience and times are checked; a schema would need a validator that is not plain JavaScript.
setSchemaValidator({ validate: async () => 'not held against a schema' });

/** The site that signs in, with its own key. */
export async function identityProvider({ saml }: Hosts): Promise<IdentityProviderParty> {
  return IdentityProvider({
    entityID: `${saml}${PROVIDER_METADATA_PATH}`,
    ...(await ownKey('saml.localhost')),
    ...SIGNED,
    wantAuthnRequestsSigned: true,
    nameIDFormat: UNSPECIFIED,
    singleSignOnService: [{ Binding: redirect, Location: `${saml}${SSO_PATH}` }],
    singleLogoutService: [{ Binding: redirect, Location: `${saml}${PROVIDER_SIGN_OUT_PATH}` }],
  });
}

/** The shop, with its own key. */
export async function serviceProvider({ shop }: Hosts): Promise<ServiceProviderParty> {
  return ServiceProvider({
    entityID: `${shop}${SHOP_METADATA_PATH}`,
    ...(await ownKey('shop.localhost')),
    ...SIGNED,
    authnRequestsSigned: true,
    wantAssertionsSigned: true,
    nameIDFormat: UNSPECIFIED,
    assertionConsumerService: [{ Binding: post, Location: `${shop}${RETURN_PATH}` }],
    singleLogoutService: [{ Binding: redirect, Location: `${shop}${SHOP_SIGN_OUT_PATH}` }],
  });
}

const SIGNED = { wantLogoutRequestSigned: true, wantLogoutResponseSigned: true } as const;

interface OwnKey {
  readonly privateKey: string;
  readonly signingCert: string;
}

/** Made once a process: a key takes a second to make. */
const keys = new Map<string, Promise<OwnKey>>();

/** A key for signing and the certificate by which the other knows it. */
function ownKey(commonName: string): Promise<OwnKey> {
  const made =
    keys.get(commonName) ??
    generate([{ name: 'commonName', value: commonName }], { keySize: 2048, algorithm: 'sha256' }).then((pems) => ({
      privateKey: pems.private,
      signingCert: pems.cert,
    }));
  keys.set(commonName, made);
  return made;
}

/** The other one, by the metadata that it publishes. */
export const identityProviderFrom = (metadata: string): IdentityProviderParty => IdentityProvider({ metadata, ...SIGNED });
export const serviceProviderFrom = (metadata: string): ServiceProviderParty => ServiceProvider({ metadata, ...SIGNED });

/** What a signature in an address is over: the query as it came, up to the signature. @see SAML bindings §3.4.4.1 */
export const octetsOf = (url: string): string => /\?(.*?)(?:&Signature=|$)/s.exec(url)?.[1] ?? '';
