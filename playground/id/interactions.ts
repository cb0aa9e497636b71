import express, { type Request, type Response, Router } from 'express';
import type Provider from 'oidc-provider';
import { type Html, html } from '../web/html';

/** Whoever gives it is let in, under the name given. */
export const PASSWORD = 'open sesame';

/** The pages on which the identity provider asks for a password, and whether the shop may know who it is. */
export function interactions(provider: Provider): Router {
  const router = Router();
  router.use('/interaction', express.urlencoded({ extended: false, limit: '8kb' }));
  router.get('/interaction/:uid', async (request, response) => {
    const { prompt, uid } = await provider.interactionDetails(request, response);
    response.send(shell(prompt.name === 'consent' ? consent(uid) : signIn(uid)));
  });
  router.post('/interaction/:uid/login', async (request, response) => {
    const name = String(request.body.username ?? '').trim();
    if (name === '' || request.body.password !== PASSWORD) {
      const { uid } = await provider.interactionDetails(request, response);
      response.status(401).send(shell(signIn(uid, 'That name and password do not go together.')));
      return;
    }
    await provider.interactionFinished(request, response, { login: { accountId: name } }, { mergeWithLastSubmission: false });
  });
  router.post('/interaction/:uid/consent', (request, response) => allow(provider, request, response));
  return router;
}

/** Remembers that the shop may know the user, and goes on. */
async function allow(provider: Provider, request: Request, response: Response): Promise<void> {
  const { session, params, prompt } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params.client_id) });
  const missing = prompt.details.missingOIDCScope;
  if (Array.isArray(missing)) grant.addOIDCScope(missing.join(' '));
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, { consent: { grantId } }, { mergeWithLastSubmission: true });
}

/** A page of the identity provider. */
export const shell = (content: Html): string =>
  html`<!doctype html><html lang="en"><meta charset="utf-8"><title>Identity provider</title><link rel="icon" href="data:,"><body>${content}</body></html>`
    .text;

const signIn = (uid: string, why?: string): Html => html`
  <h1>Sign in</h1>
  ${why !== undefined && html`<p role="alert">${why}</p>`}
  <form method="post" action="/interaction/${uid}/login">
    <label>Name <input name="username" autocomplete="username" required></label>
    <label>Password <input name="password" type="password" required placeholder="${PASSWORD}"></label>
    <button>Sign in</button>
  </form>`;

const consent = (uid: string): Html => html`
  <h1>May the shop know who you are?</h1>
  <form method="post" action="/interaction/${uid}/consent"><button name="consent" value="yes">Allow</button></form>`;
