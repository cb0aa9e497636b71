import { type Request, Router } from 'express';
import type { Hosts } from '../hosts';
import { page } from '../shop/page';
import type { Shop } from '../shop/shop';
import { type Html, html } from '../web/html';
import { octets } from '../web/octets';
import type { Exhibit, Lead, Lesson } from './lesson';
import { STEPS } from './lessons';

const HOPS: readonly string[] = ['first', 'second', 'third'];

/** "What you can see here": the list of steps, a page for each, and the answers that their exhibits are. */
export function see(shop: Shop): Router {
  const router = Router();
  router.get('/see', (request, response) => {
    response.send(page(request, shop, 'What you can see here', contents()));
  });
  router.get('/see/redirects/:hop', (request, response, next) => {
    const at = HOPS.indexOf(request.params.hop);
    if (at < 0) return next();
    response.append('Set-Cookie', `hop_${at + 1}=${HOPS[at]}; Path=/see; HttpOnly; SameSite=Lax`);
    response.redirect(302, at + 1 < HOPS.length ? `/see/redirects/${HOPS[at + 1]}` : '/see/redirects');
  });
  router.get('/see/csrf/without', (request, response) => {
    response.send(page(request, shop, 'A form without a token', FORM_WITHOUT_TOKEN));
  });
  router.get(['/see/path/below', '/see/pathology'], (request, response) => {
    response.send(
      page(request, shop, request.path, html`<h1>${request.path}</h1><p><a href="/see/path">Back to the step</a></p>`),
    );
  });
  router.get(['/see/:step', '/see/:step/:exhibit'], (request, response, next) => {
    const step = STEPS.find(({ id }) => id === request.params.step);
    const exhibit = step?.exhibits?.find(({ id }) => id === request.params.exhibit);
    if (step === undefined || (request.params.exhibit !== undefined && exhibit === undefined)) return next();
    for (const line of exhibit?.lines ?? []) response.append('Set-Cookie', octets(line));
    response.send(page(request, shop, step.title, stepPage(request, shop.hosts, step, exhibit)));
  });
  return router;
}

function contents(): Html {
  return html`
    <h1>What you can see here</h1>
    <p>Open DevTools, choose the Cookie Flow panel, and go through the steps in this order or in your own.</p>
    <ol class="steps">${STEPS.map((step) => html`<li><a href="/see/${step.id}">${step.title}</a><br>${step.teaches}</li>`)}</ol>`;
}

function stepPage(request: Request, hosts: Hosts, step: Lesson, sent: Exhibit | undefined): Html {
  const at = STEPS.indexOf(step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  return html`
    <p class="quiet"><a href="/see">All steps</a> · ${at + 1} of ${STEPS.length}</p>
    <h1>${step.title}</h1>
    <p>${step.teaches}</p>
    <h2>Look</h2>
    <p>${step.look}</p>
    ${step.leads !== undefined && html`<ul>${step.leads.map((lead) => html`<li><a href="${address(hosts, lead)}">${lead.label}</a></li>`)}</ul>`}
    ${step.exhibits?.map((exhibit) => exhibitPart(step, exhibit, exhibit === sent)) ?? null}
    <h2>What the server received with this page</h2>
    <pre>${request.headers.cookie === undefined ? 'No Cookie header' : `Cookie: ${Buffer.from(request.headers.cookie, 'latin1')}`}</pre>
    <h2>What a script sees</h2>
    <pre id="document-cookie">Nothing: scripts are off</pre>
    <script src="${hosts.cdn}/document-cookie.js" defer></script>
    ${step.script !== undefined && html`<script src="${hosts.cdn}${step.script}"></script>`}
    <nav class="turn" aria-label="Steps">
      ${before !== undefined && html`<a href="/see/${before.id}">← ${before.title}</a>`}
      ${after !== undefined && html`<a href="/see/${after.id}">${after.title} →</a>`}
    </nav>`;
}

function exhibitPart(step: Lesson, { id, title, lines, look }: Exhibit, sent: boolean): Html {
  const shown = lines.slice(0, 5).map((line) => `Set-Cookie: ${line.length > 160 ? `${line.slice(0, 157)}…` : line}`);
  if (lines.length > shown.length) shown.push(`… and ${lines.length - shown.length} more`);
  return html`
    <section class="exhibit">
      <h3>${title}</h3>
      <pre>${shown.join('\n')}</pre>
      <p>${look}</p>
      <p><a class="button" href="/see/${step.id}/${id}">${sent ? 'Send again' : lines.length === 1 ? 'Send this line' : 'Send these lines'}</a>
        ${sent && html`<strong class="good" role="status">Sent with this page.</strong>`}</p>
    </section>`;
}

/** Where a lead goes: to a path of the shop, or to one of the other sites. */
function address(hosts: Hosts, { to }: Lead): string {
  if (to.startsWith('ads:')) return hosts.ads + to.slice('ads:'.length);
  if (to.startsWith('desk:')) return hosts.desk + to.slice('desk:'.length);
  return to;
}

const FORM_WITHOUT_TOKEN = html`
  <h1>A form without a token</h1>
  <p>It asks for the dark theme, as the preferences do, but brings no token: the shop refuses it.</p>
  <form method="post" action="/preferences"><input type="hidden" name="theme" value="dark"><button>Ask for the dark theme</button></form>
  <p><a href="/see/csrf">Back to the step</a></p>`;
