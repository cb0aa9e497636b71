import type { Request, Response } from 'express';
import * as client from 'openid-client';
import { clearCookie, cookieOf, type ShopCookie, setCookie } from './cookies';

/** The cookies that live while the visitor is away: what the answer must fit. */
export type TransactionCookies = Readonly<Record<'state' | 'nonce' | 'verifier', ShopCookie>>;

/** One question to the identity provider. */
export interface Question {
  readonly config: client.Configuration;
  readonly cookies: TransactionCookies;
  /** Where the answer is to come. */
  readonly returnUrl: string;
  readonly usesPkce: boolean;
}

/** Makes what must come back, keeps it in cookies of this browser, and sends it to the identity provider. */
export async function ask(
  { config, cookies, returnUrl, usesPkce }: Question,
  response: Response,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const made = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  for (const name of ['state', 'nonce', 'verifier'] as const) setCookie(response, cookies[name], made[name]);
  const parameters = {
    redirect_uri: returnUrl,
    scope: 'openid',
    state: made.state,
    nonce: made.nonce,
    claims: JSON.stringify({ id_token: { sid: null } }),
    ...more,
    ...(usesPkce
      ? { code_challenge: await client.calculatePKCECodeChallenge(made.verifier), code_challenge_method: 'S256' }
      : {}),
  };
  response.redirect(303, client.buildAuthorizationUrl(config, parameters).href);
}

interface Turn {
  readonly request: Request;
  readonly response: Response;
  /** The answer's parameters, from the address or from a form. */
  readonly answer: unknown;
}

/** Who it is, by the identity provider, with the session's id there; or why the answer was not taken. */
export type Answered =
  | { readonly user: string | undefined; readonly sid: string | undefined; readonly error: null }
  | { readonly user: undefined; readonly sid: undefined; readonly error: string };

/** Takes an answer: it must fit what this browser's cookies hold, which end with it. */
export async function answered(
  { config, cookies, returnUrl, usesPkce }: Question,
  { request, response, answer }: Turn,
): Promise<Answered> {
  const [state, nonce, verifier] = [
    cookieOf(request, cookies.state),
    cookieOf(request, cookies.nonce),
    cookieOf(request, cookies.verifier),
  ];
  for (const cookie of Object.values(cookies)) clearCookie(response, cookie);
  if (state === undefined || nonce === undefined) return refused('state');
  const url = new URL(returnUrl);
  for (const [name, value] of Object.entries(answer ?? {})) url.searchParams.set(name, String(value));
  try {
    const tokens = await client.authorizationCodeGrant(config, url, {
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
      ...(usesPkce && verifier !== undefined ? { pkceCodeVerifier: verifier } : {}),
    });
    const claims = tokens.claims();
    return { user: claims?.sub, sid: claims?.sid === undefined ? undefined : String(claims.sid), error: null };
  } catch (error) {
    // What the provider or the library refused: the visitor may try again.
    return refused(error instanceof client.AuthorizationResponseError ? error.error : 'answer');
  }
}

const refused = (error: string): Answered => ({ user: undefined, sid: undefined, error });
