import type { Request } from 'express';
import { type Html, html } from '../web/html';
import { cookieOf, THEME } from './cookies';
import type { Shop } from './shop';

/** A whole page of the shop. */
export function page(request: Request, shop: Pick<Shop, 'hosts' | 'switches'>, title: string, body: Html): string {
  const user = request.session?.user;
  const theme = cookieOf(request, THEME) === 'dark' ? 'dark' : 'light';
  const flaws = shop.switches.all();
  return html`<!doctype html>
<html lang="en" data-theme="${theme}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · Crumb &amp; Co.</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${shop.hosts.cdn}/site.css">
</head>
<body>
  <a class="skip" href="#main">Skip to content</a>
  <header>
    <a class="brand" href="/"><img src="${shop.hosts.cdn}/icon.svg" alt="" width="24" height="24"> Crumb &amp; Co.</a>
    <nav aria-label="Shop">
      <a href="/account">Account</a>
      <a href="/preferences">Preferences</a>
      <a href="/offers">Offers</a>
      <a href="/see">What you can see here</a>
      ${user === undefined ? html`<a href="/register">Register</a> <a class="button" href="/sign-in">Sign in</a>` : html`<span class="who">${user}</span>`}
    </nav>
  </header>
  ${flaws.length > 0 && html`<p class="flawed" role="status">This shop is flawed on purpose: ${flaws.join(', ')}. <a href="${shop.hosts.desk}/">Switches</a></p>`}
  <main id="main">${body}</main>
  <footer>The playground of Cookie Flow. Open DevTools, choose the Cookie Flow panel, and <a href="/see">follow the steps</a>.
    <a href="${shop.hosts.desk}/">Switches</a></footer>
</body>
</html>`.text;
}
