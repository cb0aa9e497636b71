import express, { type Express } from 'express';
import type { Hosts } from '../hosts';
import { isVariantId, VARIANTS } from '../variants';
import { html } from '../web/html';
import type { Switches } from '../web/switches';

/**
 * The switches at desk.localhost. It has no cookie and so no CSRF token; it takes a change only from its own page, by what
 * the browser says in Origin.
 */
export function deskApp(hosts: Hosts, switches: Switches): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.urlencoded({ extended: false }));
  app.get('/', (_request, response) => {
    response.set('Cache-Control', 'no-store').send(
      html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Switches</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${hosts.cdn}/site.css"></head>
<body><main>
  <h1>Switches</h1>
  <p>Each switch breaks the shop in one way, and Cookie Flow should find it: as a finding, or as an incident when a request fails of it. With none on, the shop is sound.</p>
  <form method="post" action="/">
    <ul class="switches">
      ${VARIANTS.map(
        ({
          id,
          title,
          does,
          finding,
          incident,
        }) => html`<li id="${id}"><label class="check"><input type="checkbox" name="flaw" value="${id}" ${switches.has(id) && html`checked`}>
        <strong>${title}</strong></label><p>${does} ${finding !== null && html`<span class="finding">Finding: <code>${finding}</code></span>`} ${incident !== undefined && html`<span class="finding">Incident: <code>${incident}</code></span>`}</p></li>`,
      )}
    </ul>
    <button>Switch</button>
  </form>
  <p><a href="${hosts.shop}/">To the shop</a></p>
</main></body></html>`.text,
    );
  });
  app.post('/', (request, response) => {
    if (request.get('Origin') !== hosts.desk)
      return response.status(403).type('text').send('Only the page of switches may switch.');
    const flaws: unknown = request.body.flaw ?? [];
    switches.set((Array.isArray(flaws) ? flaws : [flaws]).map(String).filter(isVariantId));
    response.redirect(303, '/');
  });
  return app;
}
