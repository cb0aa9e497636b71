import { type Response, Router } from 'express';
import type { Configuration } from 'openid-client';
import { CLIENT } from '../id/client';
import { html } from '../web/html';
import type { Switches } from '../web/switches';
import type { ProviderSessions } from './front-channel';
import { page } from './page';
import type { Shop } from './shop';
import { enter } from './sign-in';
import { answered, ask, type Question, type TransactionCookies } from './transaction';

const TWO_MINUTES = 120;
const ASK_PATH = '/sign-in/id/silent';

/** Cookies of their own: a renewal in the background must not replace what a sign-in in another tab still needs. */
function transactionCookies({ switches }: Shop): TransactionCookies {
  const isNarrow = switches.has('renewal-cookie-path');
  // Firefox counts a redirect through another site as that site's doing: into a frame Lax does not come back, None does.
  const sameSite = isInFrame(switches) && !switches.has('renewal-transaction-lax') ? 'none' : 'lax';
  const options = {
    path: isNarrow ? ASK_PATH : '/',
    secure: true,
    httpOnly: true,
    sameSite,
    maxAge: TWO_MINUTES,
  } as const;
  const prefix = isNarrow ? '__Secure' : '__Host';
  return {
    state: { name: `${prefix}-silent-state`, options },
    nonce: { name: `${prefix}-silent-nonce`, options },
    verifier: { name: `${prefix}-silent-verifier`, options },
  };
}

const isInFrame = (switches: Switches): boolean =>
  switches.has('renewal-in-frame') || switches.has('renewal-third-party') || switches.has('renewal-transaction-lax');

/**
 * Renews the sign-in through the identity provider without asking the user. The whole page goes there and back, for in a frame of
 * another site a browser withholds the identity provider’s cookies. @see OpenID Connect Core §3.1.2.1, prompt=none
 */
export function renewal(shop: Shop, provider: () => Promise<Configuration>, sessions: ProviderSessions): Router {
  const { switches, hosts } = shop;
  const router = Router();
  const question = async (): Promise<Question> => ({
    config: await provider(),
    cookies: transactionCookies(shop),
    returnUrl: `${hosts.shop}${CLIENT.renewedPath}`,
    usesPkce: true,
  });
  router.get('/renewal', (request, response) => {
    if (request.session.user === undefined) return response.redirect(303, '/sign-in?next=%2Fsign-in%2Fid');
    if (!isInFrame(switches)) return response.redirect(303, ASK_PATH);
    const frame = html`<h1>Renewal</h1><p>In a frame that nobody sees.</p><iframe hidden title="Renewal" src="${ASK_PATH}"></iframe>`;
    response.send(page(request, shop, 'Renewal', frame));
  });
  router.get(ASK_PATH, async (_, response) => ask(await question(), response, { prompt: 'none' }));
  router.get(CLIENT.renewedPath, async (request, response) => {
    const { user, sid, error } = await answered(await question(), { request, response, answer: request.query });
    // Whoever else is signed in at the identity provider meanwhile takes over nobody's session.
    const isSame = user !== undefined && user === request.session.user;
    if (isSame) {
      await enter(shop, request, user);
      sessions.began(request, sid);
    }
    ended(response, error ?? (isSame ? null : 'user'));
  });
  const ended = (response: Response, error: string | null): void => {
    if (isInFrame(switches))
      return void response
        .status(error === null || error.endsWith('_required') ? 200 : 400)
        .send(html`<!doctype html><title>Renewal</title><p>${error === null ? 'Renewed' : `Not renewed: ${error}`}</p>`.text);
    response.redirect(303, error === null ? '/account' : `/sign-in?error=${error}`);
  };
  return router;
}
