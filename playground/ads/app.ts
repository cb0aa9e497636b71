import { randomBytes } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import express, { type Express, type Request, type Response } from 'express';
import type { Hosts } from '../hosts';
import { html } from '../web/html';
import type { Switches } from '../web/switches';

/** What a frame of another site needs to get its cookie back: None, and Partitioned so that each top site has its own. */
const AD_ID = {
  name: '__Host-ad-id',
  options: { path: '/', secure: true, httpOnly: true, sameSite: 'none', partitioned: true, maxAge: 7 * 86_400 },
} as const;
/** The old way: one id over all sites. Browsers refuse it in a frame, or partition it by themselves. */
const TRACKER = {
  name: '__Host-tracker',
  options: { path: '/', secure: true, httpOnly: true, sameSite: 'none', maxAge: 7 * 86_400 },
} as const;

/** The advertiser at ads.localhost: embedded in the shop, and a site of its own from which links and forms lead there. */
export function adsApp(hosts: Hosts, switches: Switches): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    next();
  });
  app.get('/banner', (request, response) => {
    const known = identified(request, response);
    response.send(
      document(
        hosts,
        'Advertisement',
        html`<p class="ad">${known ? 'Seen you here before.' : 'New here?'} More cookies for less!</p>`,
      ),
    );
  });
  app.get('/pixel.svg', (request, response) => {
    identified(request, response);
    response.type('image/svg+xml').send('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
  });
  app.get('/portal', (_request, response) => {
    const frame = switches.has('token-in-frame') && html`<iframe title="Account" src="${hosts.shop}/token/account"></iframe>`;
    response.send(
      document(
        hosts,
        'Portal',
        html`<main><h1>Your shops</h1>${frame || html`<p>None of them shows its account here.</p>`}</main>`,
      ),
    );
  });
  app.get('/', (_request, response) => {
    response.send(
      document(
        hosts,
        'Advertiser',
        html`
        <main>
          <h1>The advertiser</h1>
          <p>You are on another site now. Each way back to the shop carries other cookies:</p>
          <ul>
            <li><a id="link" href="${hosts.shop}/">By a link</a>: Lax cookies go along, the Strict cart does not.</li>
            <li><form id="form" method="post" action="${hosts.shop}/received"><button>By a form (POST)</button></form> neither Lax nor Strict go along.</li>
          </ul>
          <p>And a picture of the shop, embedded here: <img src="${hosts.shop}/received.svg" alt="what the shop received" width="320" height="24"></p>
        </main>`,
      ),
    );
  });
  app.get('/forged', (_request, response) => {
    response.send(
      document(
        hosts,
        'Forged form',
        html`
        <main>
          <h1>A form that is not ours</h1>
          <p>This button asks the shop for the dark theme in your name. The browser sends the request without the shop’s Lax and Strict
            cookies, and the form has no token: the shop refuses it.</p>
          <form method="post" action="${hosts.shop}/preferences"><input type="hidden" name="theme" value="dark"><button>You have won a cookie!</button></form>
        </main>`,
      ),
    );
  });
  return app;
}

function identified(request: Request, response: Response): boolean {
  const known = parseCookie(request.headers.cookie ?? '');
  for (const { name, options } of [AD_ID, TRACKER]) {
    if (known[name] === undefined)
      response.append('Set-Cookie', stringifySetCookie({ name, value: randomBytes(12).toString('base64url'), ...options }));
  }
  return known[AD_ID.name] !== undefined;
}

function document(hosts: Hosts, title: string, body: ReturnType<typeof html>): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${hosts.cdn}/site.css"></head><body>${body}</body></html>`
    .text;
}
