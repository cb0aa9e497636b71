import { randomBytes } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { IdentityProviderParty, ServiceProviderParty } from '../saml/parties';
import { clearCookie, cookieOf, type ShopCookie, setCookie } from './cookies';
import { fetchedText } from './loopback-fetch';
import type { Shop } from './shop';
import { enter } from './sign-in';
import { end } from './sign-out';

const TEN_MINUTES = 600;

type Library = typeof import('../saml/parties');

/** The shop and the site that signs in for it. */
interface Saml {
  readonly library: Library;
  readonly sp: ServiceProviderParty;
  /** Asked for its metadata when first needed. */
  idp(): Promise<IdentityProviderParty>;
}

/** Signing in and out by SAML. Before the sessions' check of forms, for an answer by form bears no token of ours. */
export function saml(shop: Shop): { readonly messages: Router; readonly signOut: Router } {
  let loaded: Promise<Saml> | null = null;
  // Most visits never need the library or a key.
  const saml = (): Promise<Saml> => {
    loaded ??= load(shop);
    return loaded;
  };
  const messages = Router();
  messages.get('/sign-in/saml/metadata', async (_, response) => {
    response.type('application/samlmetadata+xml').send((await saml()).sp.getMetadata());
  });
  messages.get('/sign-in/saml', async (request, response) => {
    if (shop.switches.has('saml-other-host') && !isAt(request, shop.hosts.www)) {
      return response.redirect(303, `${shop.hosts.www}/sign-in/saml`);
    }
    await leave(shop, await saml(), response);
  });
  messages.post('/sign-in/saml/return', async (request, response) => comeBack(shop, await saml(), { request, response }));
  messages.get('/sign-out/saml', async (request, response) => told(shop, await saml(), { request, response }));
  const signOut = Router();
  signOut.post('/sign-out/everywhere', async (request, response) => tell(shop, await saml(), { request, response }));
  return { messages, signOut };
}

async function load({ hosts }: Shop): Promise<Saml> {
  const library = await import('../saml/parties');
  const sp = await library.serviceProvider(hosts);
  let found: Promise<IdentityProviderParty> | null = null;
  const idp = (): Promise<IdentityProviderParty> => {
    found ??= fetchedText(`${hosts.saml}${library.PROVIDER_METADATA_PATH}`).then(library.identityProviderFrom);
    return found;
  };
  return { library, sp, idp };
}

const isAt = (request: Request, origin: string): boolean => `http://${request.headers.host}` === origin;

/**
 * The cookie that lives while the visitor is away: it holds the id of the request, and is named after RelayState, so that
 * two sign-ins at a time do not share one. The answer is a cross-site POST: only SameSite=None goes along with that.
 */
function transactionCookie({ switches }: Shop, relayState: string): ShopCookie {
  const sameSite = switches.has('saml-strict') ? 'strict' : switches.has('saml-lax') ? 'lax' : 'none';
  const secure = !switches.has('saml-not-secure');
  const name = `${secure ? '__Host-' : ''}saml${switches.has('saml-one-cookie') ? '' : `-${relayState.slice(0, 8)}`}`;
  return { name, options: { path: '/', secure, httpOnly: true, sameSite, maxAge: TEN_MINUTES } };
}

/** Asks who it is: the request goes in the address, its id stays in a cookie of this browser. */
async function leave(shop: Shop, { sp, idp }: Saml, response: Response): Promise<void> {
  const relayState = randomBytes(12).toString('hex');
  const { id, context } = sp.createLoginRequest(await idp(), 'redirect', { relayState });
  setCookie(response, transactionCookie(shop, relayState), id);
  response.redirect(303, context);
}

interface Turn {
  readonly request: Request;
  readonly response: Response;
}

/** Takes the answer: it must be signed, be for us, and answer what this browser asked. Then the visitor gets a new session. */
async function comeBack(shop: Shop, { sp, idp }: Saml, { request, response }: Turn): Promise<void> {
  const cookie = transactionCookie(shop, String(request.body.RelayState ?? ''));
  const asked = cookieOf(request, cookie);
  clearCookie(response, cookie);
  if (asked === undefined) return response.redirect(303, '/sign-in?error=request');
  try {
    const { extract } = await sp.parseLoginResponse(await idp(), 'post', { body: request.body });
    if (extract.response?.inResponseTo !== asked) return response.redirect(303, '/sign-in?error=request');
    if (extract.audience !== sp.entityMeta.getEntityID() || !extract.nameID) throw new Error('not for this shop');
    if (!shop.switches.has('saml-lost')) {
      await enter(shop, request, extract.nameID);
      request.session.isBySaml = true;
    }
    response.redirect(303, '/account');
  } catch {
    // What the library refused: the visitor may try again.
    response.redirect(303, '/sign-in?error=answer');
  }
}

/** Signs out here, and asks the site that signed in to sign out as well. */
async function tell(shop: Shop, { sp, idp }: Saml, { request, response }: Turn): Promise<void> {
  const { user, isBySaml } = request.session;
  if (user === undefined || isBySaml !== true) return response.redirect(303, '/account');
  if (!shop.switches.has('saml-sign-out-kept')) await end(shop, request, response);
  response.redirect(303, sp.createLogoutRequest(await idp(), 'redirect', { logoutNameID: user }).context);
}

/** A message about signing out: what the other site answers, or that it signed somebody out and so must we. */
async function told(shop: Shop, { library, sp, idp }: Saml, { request, response }: Turn): Promise<void> {
  const message = { query: request.query, octetString: library.octetsOf(request.url) };
  try {
    if ('SAMLResponse' in request.query) {
      await sp.parseLogoutResponse(await idp(), 'redirect', message);
      return response.redirect(303, '/signed-out');
    }
    const { extract } = await sp.parseLogoutRequest(await idp(), 'redirect', message);
    const isOurs = extract.nameID !== undefined && request.session.user === extract.nameID;
    if (isOurs && !shop.switches.has('saml-sign-out-kept')) await end(shop, request, response);
    response.redirect(303, sp.createLogoutResponse(await idp(), { extract }, 'redirect').context);
  } catch (error) {
    response
      .status(400)
      .type('text')
      .send(`This message of SAML was not taken: ${(error as Error).message}`);
  }
}
