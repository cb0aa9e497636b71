import { deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { PASSWORD } from './id/interactions';
import { type Playground, startPlayground } from './playground';
import type { VariantId } from './variants';
import { type PageResponse, Visitor } from './visitor';

let running: Playground | null = null;
afterEach(async () => {
  await running?.close();
  running = null;
});

async function started(...flaws: readonly VariantId[]): Promise<Playground> {
  running = await startPlayground({ port: 0, flaws });
  return running;
}

/** Follows redirects as a browser does; gives the last answer. */
async function follow(visitor: Visitor, first: PageResponse): Promise<PageResponse> {
  let answer = first;
  while (answer.status >= 300 && answer.status < 400 && answer.headers.location !== undefined) {
    answer = await visitor.get(new URL(answer.headers.location, answer.url).href);
  }
  return answer;
}

/** The form that the identity provider gives to the browser, as it would send it. */
function arrived({ body }: PageResponse): { readonly action: string; readonly fields: Readonly<Record<string, string>> } {
  const fields = [...body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  return { action: /action="([^"]*)"/.exec(body)?.[1] ?? '', fields: Object.fromEntries(fields) };
}

/** Begins at the shop and gives the password at the identity provider. */
async function answered(visitor: Visitor, { hosts }: Playground, password: string = PASSWORD) {
  const form = await follow(visitor, await visitor.get(`${hosts.shop}/sign-in/saml`));
  return visitor.post(form.url, { username: 'ann', password });
}

async function signedIn(visitor: Visitor, playground: Playground): Promise<PageResponse> {
  const { action, fields } = arrived(await answered(visitor, playground));
  return follow(visitor, await visitor.post(action, fields));
}

describe('signing in by SAML', () => {
  it('goes by a signed request in the address and an answer by form, and the shop shows the account', async () => {
    const playground = await started();
    const visitor = new Visitor();
    const left = await visitor.get(`${playground.hosts.shop}/sign-in/saml`);
    expect(left.headers.location).toMatch(
      /^http:\/\/saml\.localhost:\d+\/sso\?SAMLRequest=.*&RelayState=.*&SigAlg=.*&Signature=/,
    );
    expect(left.setCookie).toEqual([
      expect.stringMatching(/^__Host-saml-[0-9a-f]{8}=_[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=None$/),
    ]);
    const end = await signedIn(visitor, playground);
    expect(end.url).toBe(`${playground.hosts.shop}/account`);
    expect(end.body).toContain('Welcome back, ann');
  });

  it('asks for no password again while one is signed in there', async () => {
    const playground = await started();
    const visitor = new Visitor();
    await signedIn(visitor, playground);
    const again = await follow(visitor, await visitor.get(`${playground.hosts.shop}/sign-in/saml`));
    expect(arrived(again).fields.SAMLResponse).toBeDefined();
  });

  it('refuses a wrong password', async () => {
    expect((await answered(new Visitor(), await started(), 'wrong')).status).toBe(401);
  });

  it('lets two sign-ins at a time end, in whatever order', async () => {
    const playground = await started();
    const visitor = new Visitor();
    const first = await answered(visitor, playground);
    await visitor.get(`${playground.hosts.shop}/sign-in/saml`);
    const { action, fields } = arrived(first);
    expect((await visitor.post(action, fields)).headers.location).toBe('/account');
  });
});

describe('the shop takes no answer', () => {
  const outcomeOf = async (answer: (fields: Readonly<Record<string, string>>) => Readonly<Record<string, string>>) => {
    const playground = await started();
    const visitor = new Visitor();
    const { action, fields } = arrived(await answered(visitor, playground));
    return (await visitor.post(action, answer(fields))).headers.location;
  };
  const changed = (response: string, change: (xml: string) => string): string =>
    Buffer.from(change(Buffer.from(response, 'base64').toString())).toString('base64');

  it('that another browser asked for', async () => {
    const playground = await started();
    const { action, fields } = arrived(await answered(new Visitor(), playground));
    expect((await new Visitor().post(action, fields)).headers.location).toBe('/sign-in?error=request');
  });

  it('to another request of the same browser', async () => {
    const playground = await started();
    const visitor = new Visitor();
    const first = arrived(await answered(visitor, playground));
    const second = arrived(await follow(visitor, await visitor.get(`${playground.hosts.shop}/sign-in/saml`)));
    const mixed = { ...first.fields, RelayState: second.fields.RelayState ?? '' };
    expect((await visitor.post(first.action, mixed)).headers.location).toBe('/sign-in?error=request');
  });

  it.each<[string, (xml: string) => string]>([
    ['for another name', (xml) => xml.replace('>ann<', '>admin<')],
    ['for another name behind a comment', (xml) => xml.replace('>ann<', '>ann<!---->.evil<')],
    ['that nobody signed', (xml) => xml.replace(/<ds:Signature[\s\S]*?<\/ds:Signature>/, '')],
    [
      'with an entity',
      (xml) => xml.replace(/^/, '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('>ann<', '>&x;<'),
    ],
    ['that is no XML', () => 'ann'],
  ])('%s', async (_, change) => {
    const location = await outcomeOf(({ SAMLResponse = '', ...rest }) => ({
      ...rest,
      SAMLResponse: changed(SAMLResponse, change),
    }));
    expect(location).toBe('/sign-in?error=answer');
  });
});

it.each([
  ['without a message', ''],
  ['that is not signed', `?SAMLRequest=${encodeURIComponent(deflateRawSync('<samlp:AuthnRequest/>').toString('base64'))}`],
  ['that is no XML', '?SAMLRequest=%3C%3C&SigAlg=x&Signature=y'],
])('the identity provider refuses a request %s with 400', async (_, query) => {
  const { hosts } = await started();
  expect((await new Visitor().get(`${hosts.saml}/sso${query}`)).status).toBe(400);
});

describe('single sign-out', () => {
  it('begun at the shop ends both sessions', async () => {
    const playground = await started();
    const { hosts } = playground;
    const visitor = new Visitor();
    await signedIn(visitor, playground);
    const end = await follow(visitor, await visitor.submit(`${hosts.shop}/account`, `${hosts.shop}/sign-out/everywhere`));
    expect(end.url).toBe(`${hosts.shop}/signed-out`);
    expect((await visitor.get(`${hosts.shop}/account`)).status).toBe(303);
    expect((await visitor.get(`${hosts.saml}/`)).body).toContain('Nobody is signed in');
  });

  const endedThere = async (...flaws: readonly VariantId[]): Promise<number> => {
    const playground = await started(...flaws);
    const { hosts } = playground;
    const visitor = new Visitor();
    await signedIn(visitor, playground);
    const asked = await visitor.post(`${hosts.saml}/sign-out`, {}, { Origin: hosts.saml });
    const end = await follow(visitor, asked);
    expect(end.body).toContain('The shop was told');
    return (await visitor.get(`${hosts.shop}/account`)).status;
  };

  it('begun at the identity provider ends the session of the shop', async () => {
    expect(await endedThere()).toBe(303);
  });

  it('is answered with success by a shop that keeps its session', async () => {
    expect(await endedThere('saml-sign-out-kept')).toBe(200);
  });
});

it.each<[VariantId, string]>([
  ['saml-lost', '/sign-in?next='],
  ['saml-other-host', '/sign-in?error=request'],
])('%s ends at %s', async (flaw, end) => {
  expect((await signedIn(new Visitor(), await started(flaw))).url).toContain(end);
});
