import { type Request, Router } from 'express';
import { CLIENT } from '../id/client';
import { contentPolicy } from '../web/headers';
import { html } from '../web/html';
import { page } from './page';
import type { Shop } from './shop';
import { end } from './sign-out';

/** Ends a session that the request did not come with. */
const destroyedIn = ({ sessions }: Shop, id: string): Promise<void> =>
  new Promise((resolve, reject) => sessions.destroy(id, (error) => (error ? reject(error) : resolve())));

/** Which of our sessions a session of the identity provider stands for. Of this server alone: others that share its store know it not. */
export class ProviderSessions {
  readonly #own = new Map<string, string>();

  /** A session of ours that has just begun, or has got another id. */
  began(request: Request, sid: string | undefined): void {
    if (sid === undefined) return;
    request.session.idSid = sid;
    this.#own.set(sid, request.sessionID);
  }

  /** The id of ours, which then stands for nothing any more. */
  ended(sid: string): string | undefined {
    const own = this.#own.get(sid);
    this.#own.delete(sid);
    return own;
  }
}

/**
 * Signed out at the identity provider, which says so in a frame. There the session cookie is withheld, as in every frame of another
 * site: the session is found by the name that the provider has for it. @see OpenID Connect Front-Channel Logout 1.0 §2
 */
export function frontChannel(shop: Shop, sessions: ProviderSessions): Router {
  const { hosts, switches } = shop;
  const router = Router();
  router.get(CLIENT.signOutPath, async (request, response) => {
    const { iss, sid } = request.query;
    response.set('Content-Security-Policy', contentPolicy(shop, hosts.id));
    if (iss !== hosts.id || typeof sid !== 'string')
      return response.status(400).type('text').send('Not of our identity provider.');
    if (switches.has('front-channel-lax') || switches.has('front-channel-third-party')) {
      // The flaw goes by the cookie.
      if (request.session.user !== undefined) await end(shop, request, response);
    } else {
      const own = sessions.ended(sid);
      if (own === request.sessionID) await end(shop, request, response);
      else if (own !== undefined) await destroyedIn(shop, own);
    }
    response.send(page(request, shop, 'Told', html`<h1>Told of the sign-out</h1>`));
  });
  return router;
}
