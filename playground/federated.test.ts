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

/** Signs in through the identity provider as a browser does, redirects followed; gives every answer in order. */
async function throughProvider(...flaws: readonly VariantId[]) {
  running = await startPlayground({ port: 0, flaws });
  const { hosts } = running;
  const visitor = new Visitor();
  const answers: PageResponse[] = [];
  const follow = async (first: PageResponse): Promise<PageResponse> => {
    let answer = first;
    answers.push(answer);
    while (answer.status >= 300 && answer.status < 400 && answer.headers.location !== undefined) {
      answer = await visitor.get(new URL(answer.headers.location, answer.url).href);
      answers.push(answer);
    }
    return answer;
  };
  const form = await follow(await visitor.get(`${hosts.shop}/sign-in/id`));
  const consent = await follow(await visitor.post(`${form.url}/login`, { username: 'ann', password: PASSWORD }));
  const end = await follow(await visitor.post(`${consent.url}/consent`));
  return { answers, end, visitor, hosts };
}

describe('the identity provider', () => {
  it('signs in to the shop by code, and the shop shows the account', async () => {
    const { end, hosts } = await throughProvider();
    expect(end.url).toBe(`${hosts.shop}/account`);
    expect(end.body).toContain('Welcome back, ann');
  });

  it('is sent a challenge, and the shop clears the cookies of the transaction at the return', async () => {
    const { answers } = await throughProvider();
    const asked = answers.find(({ headers }) => headers.location?.includes('code_challenge_method=S256'));
    expect(asked?.setCookie.map((line) => line.slice(0, line.indexOf('='))).sort()).toEqual([
      '__Host-id-nonce',
      '__Host-id-state',
      '__Host-id-verifier',
    ]);
    const back = answers.find(({ url }) => url.includes('/sign-in/id/return'));
    expect(back?.setCookie.filter((line) => /^__Host-id-.*Max-Age=0/.test(line))).toHaveLength(3);
  });

  it('refuses a wrong password', async () => {
    running = await startPlayground({ port: 0 });
    const visitor = new Visitor();
    let answer = await visitor.get(`${running.hosts.shop}/sign-in/id`);
    while (answer.headers.location !== undefined) answer = await visitor.get(new URL(answer.headers.location, answer.url).href);
    expect((await visitor.post(`${answer.url}/login`, { username: 'ann', password: 'wrong' })).status).toBe(401);
  });

  it('a shop that forgets to begin a session asks again', async () => {
    const { end } = await throughProvider('federated-lost');
    expect(end.url).toContain('/sign-in?next=');
  });

  it('a shop without PKCE sends no challenge', async () => {
    const { answers } = await throughProvider('federated-no-pkce');
    expect(answers.some(({ headers }) => headers.location?.includes('code_challenge'))).toBe(false);
  });
});

describe('renewal without the user', () => {
  it('gives the same user another id', async () => {
    const { visitor, hosts } = await throughProvider();
    const before = await visitor.valueOf(hosts.shop, '__Host-sid');
    let answer = await visitor.get(`${hosts.shop}/renewal`);
    while (answer.headers.location !== undefined) answer = await visitor.get(new URL(answer.headers.location, answer.url).href);
    expect(answer.url).toBe(`${hosts.shop}/account`);
    expect(answer.body).toContain('Welcome back, ann');
    expect(await visitor.valueOf(hosts.shop, '__Host-sid')).not.toBe(before);
  });

  it('in a frame: the provider that gets none of its cookies answers login_required, and the session goes on', async () => {
    const { visitor, hosts } = await throughProvider('renewal-in-frame');
    expect((await visitor.get(`${hosts.shop}/renewal`)).body).toContain('<iframe hidden');
    const asked = await visitor.get(`${hosts.shop}/sign-in/id/silent`);
    const refused = await new Visitor().get(asked.headers.location ?? '');
    const end = await visitor.get(refused.headers.location ?? '');
    expect(end.body).toContain('Not renewed: login_required');
    expect((await visitor.get(`${hosts.shop}/account`)).status).toBe(200);
  });
});

describe('a sign-out at the identity provider', () => {
  /** Signs out there; gives the address that its page loads in a frame. */
  async function signedOutThere(...flaws: readonly VariantId[]) {
    const { visitor, hosts } = await throughProvider(...flaws);
    const form = await visitor.get(`${hosts.id}/session/end`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    const out = await visitor.post(`${hosts.id}/session/end/confirm`, { xsrf, logout: 'yes' });
    const told = (/<iframe[^>]* src="([^"]+)"/.exec(out.body)?.[1] ?? '').replaceAll('&amp;', '&');
    return { visitor, hosts, told };
  }

  it('ends the session at the shop, which is told in a frame without its cookie', async () => {
    const { visitor, hosts, told } = await signedOutThere();
    expect(new URL(told).searchParams.get('iss')).toBe(hosts.id);
    expect((await new Visitor().get(told)).status).toBe(200);
    expect((await visitor.get(`${hosts.shop}/account`)).headers.location).toContain('/sign-in?next=');
  });

  it('does not where the shop goes by the cookie', async () => {
    const { visitor, hosts, told } = await signedOutThere('front-channel-lax');
    await new Visitor().get(told);
    expect((await visitor.get(`${hosts.shop}/account`)).status).toBe(200);
  });

  it('of another issuer is refused', async () => {
    const { visitor, hosts, told } = await signedOutThere();
    expect((await new Visitor().get(told.replace('id.localhost', 'ads.localhost'))).status).toBe(400);
    expect((await visitor.get(`${hosts.shop}/account`)).status).toBe(200);
  });
});

it('two servers without a shared store take an id and refuse it by turns', async () => {
  running = await startPlayground({ port: 0, flaws: ['servers-without-shared-store', 'csrf-token-absent'] });
  const visitor = new Visitor();
  const { origin } = running;
  await visitor.post(`${origin}/register`, { user: 'ann', password: 'correct horse' });
  await visitor.post(`${origin}/sign-in`, { user: 'ann', password: 'correct horse' });
  const statuses = [];
  for (let n = 0; n < 4; n++) statuses.push((await visitor.get(`${origin}/account`)).status);
  expect(new Set(statuses)).toEqual(new Set([200, 303]));
});
