import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Hosts } from '../hosts';
import { Html, html } from '../web/html';
import { CLIENT } from './client';
import { shell } from './interactions';

/** Asks whether to sign out. @param form of the library, with its token and without a button */
export function signOutPage(ctx: KoaContextWithOIDC, form: string): void {
  ctx.body = shell(html`
    <h1>Sign out?</h1>
    ${new Html(form)}
    <button form="op.logoutForm" name="logout" value="yes">Sign out</button>`);
}

/**
 * Tells the shop of a sign-out in a frame, before anything else: a page in place of the library's redirect, which knows the back
 * channel alone. @see OpenID Connect Front-Channel Logout 1.0 §2 and §3
 */
export function toldInFrames(hosts: Hosts): (ctx: KoaContextWithOIDC, next: () => Promise<void>) => Promise<void> {
  return async (ctx, next) => {
    await next();
    const sid = ctx.oidc?.session?.authorizations?.[CLIENT.id]?.sid;
    if (ctx.oidc?.route !== 'end_session_confirm' || ctx.oidc.params?.logout === undefined || sid === undefined) return;
    const told = `${hosts.shop}${CLIENT.signOutPath}?${new URLSearchParams({ iss: hosts.id, sid })}`;
    const on = ctx.response.get('location');
    ctx.status = 200;
    ctx.remove('location');
    ctx.type = 'html';
    ctx.body = shell(html`
      <h1>Signed out</h1>
      <p>The shop is told in a frame. <a href="${on}">Go on</a></p>
      <iframe hidden title="The shop" src="${told}"></iframe>`);
  };
}
