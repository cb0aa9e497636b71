import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../playground';
import { isVariantId } from '../variants';
import { Visitor } from '../visitor';
import type { Exhibit, Lead, Lesson } from './lesson';
import { STEPS } from './lessons';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
});
afterAll(() => playground.close());

const LEADS = STEPS.flatMap((step) => (step.leads ?? []).map((lead): [string, Lead] => [step.id, lead]));
const EXHIBITS = STEPS.flatMap((step) =>
  (step.exhibits ?? []).map((exhibit): [string, Exhibit] => [`${step.id}/${exhibit.id}`, exhibit]),
);

describe('the steps', () => {
  it('are listed in one page, each with a link', async () => {
    const { body } = await new Visitor().get(`${playground.origin}/see`);
    const linked = [...body.matchAll(/href="\/see\/([a-z-]+)"/g)].map((match) => match[1]);
    expect(linked).toEqual(STEPS.map((step) => step.id));
  });

  it.each(STEPS.map((step): [string, Lesson] => [step.id, step]))('have a page: %s', async (id, step) => {
    const { status, body, setCookie } = await new Visitor().get(`${playground.origin}/see/${id}`);
    expect([status, setCookie]).toEqual([200, []]);
    expect(body).toContain(`<h1>${step.title}</h1>`);
  });

  it.each(LEADS)('lead to places that exist: %s → $1.to', async (_id, { to }) => {
    const [site, path] = to.startsWith('/') ? (['shop', to] as const) : (to.split(':') as ['ads' | 'desk', string]);
    const { status } = await new Visitor().get(playground.hosts[site] + path);
    expect([200, 302, 303]).toContain(status);
    if (site === 'desk') expect(isVariantId(to.split('#')[1] ?? '')).toBe(true);
  });

  it.each(EXHIBITS)('send exactly the lines they show: %s', async (path, { lines }) => {
    const { setCookie } = await new Visitor().get(`${playground.origin}/see/${path}`);
    expect(setCookie.map((line) => Buffer.from(line, 'latin1').toString('utf8'))).toEqual(lines);
  });

  it('have an oversized cookie of one octet too many and one that just fits', () => {
    const sizes = STEPS.find((step) => step.id === 'size')?.exhibits?.map(
      ({ lines }) => (lines[0]?.split(';')[0]?.length ?? 0) - 1,
    );
    expect(sizes?.slice(0, 2)).toEqual([4097, 4096]);
  });

  it('set a cookie on every hop of the redirect chain', async () => {
    const visitor = new Visitor();
    let url = `${playground.origin}/see/redirects/first`;
    const hops: string[] = [];
    for (let answer = await visitor.get(url); answer.status === 302; answer = await visitor.get(url)) {
      hops.push(String(answer.setCookie[0]?.split('=')[0]));
      url = playground.origin + answer.headers.location;
    }
    expect(hops).toEqual(['hop_1', 'hop_2', 'hop_3']);
    expect(await visitor.jar.getCookieString(url)).toBe('hop_1=first; hop_2=second; hop_3=third');
  });

  it('refuse the form without a token', async () => {
    expect(
      (await new Visitor().submit(`${playground.origin}/see/csrf/without`, `${playground.origin}/preferences`, { theme: 'dark' }))
        .status,
    ).toBe(403);
  });
});
