import { PASSWORD } from '../id/interactions';
import { type Html, html } from '../web/html';

const shell = (content: Html): string =>
  html`<!doctype html><html lang="en"><meta charset="utf-8"><title>SAML identity provider</title><link rel="icon" href="data:,"><body>${content}</body></html>`
    .text;

export const signInPage = (uid: string, why?: string): string =>
  shell(html`
  <h1>Sign in</h1>
  ${why !== undefined && html`<p role="alert">${why}</p>`}
  <form method="post" action="/login/${uid}">
    <label>Name <input name="username" autocomplete="username" required></label>
    <label>Password <input name="password" type="password" required placeholder="${PASSWORD}"></label>
    <button>Sign in</button>
  </form>`);

/** A form that the browser sends on its own, as the binding HTTP-POST has it; by a button where there are no scripts. */
export const arrivedForm = (action: string, fields: Readonly<Record<string, string>>): string =>
  shell(html`
  <form method="post" action="${action}">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <button>Back to the shop</button>
  </form>
  <script>document.forms[0].submit()</script>`);

export const openPage = (user: string | undefined): string =>
  shell(
    user === undefined
      ? html`<h1>Nobody is signed in here</h1>`
      : html`<h1>${user} is signed in here</h1><form method="post" action="/sign-out"><button>Sign out everywhere</button></form>`,
  );

export const signedOutPage = (shop: string): string =>
  shell(html`<h1>Signed out</h1><p>The shop was told. <a href="${shop}/account">To the shop</a></p>`);
