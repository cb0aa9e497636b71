import { beforeAll, expect, test } from 'vitest';
import type { Way } from '../../../playground/flaws/variant';
import type { VariantId } from '../../../playground/variants';
import { Replay } from '../../../src/analysis/replay/replay';
import { storiesOf } from '../../../src/analysis/story/moments';
import { FlawedShops } from '../findings/flawed-shop';

let shops: FlawedShops;
beforeAll(async () => {
  shops = await FlawedShops.open();
});

/** The stories of the shop and of the identity provider, as the browser had them. */
async function told(way: Way, ...flaws: readonly VariantId[]) {
  const { facts, sessions } = await shops.walk(way, flaws);
  const stories = storiesOf(sessions, new Replay().add(facts).rows);
  const storyOf = (site: string) => {
    const story = stories.find((each) => each.site === site);
    if (story === undefined) throw new Error(`no story of ${site}`);
    return { moments: story.moments, kinds: story.moments.map(({ kind }) => kind), phases: story.phases.map(({ kind }) => kind) };
  };
  return { shop: storyOf('shop.localhost'), provider: storyOf('id.localhost') };
}

test('a renewal by the whole page: another id for the same session, and nobody signed in or out', async () => {
  const { shop, provider } = await told('renewal');
  expect(shop.phases).toEqual(['anonymous', 'signed-in']);
  expect(shop.moments.find(({ kind }) => kind === 'id-renewed')).toMatchObject({ count: 1 });
  expect(shop.moments.filter(({ kind }) => kind === 'came-back')).toMatchObject([
    { outcome: 'signed-in', isSilent: false },
    { outcome: 'renewed', isSilent: true },
  ]);
  expect(shop.kinds.filter((kind) => kind === 'signed-in')).toHaveLength(1);
  expect(provider.phases).toEqual(['anonymous', 'signed-in']);
});

test('a renewal in a frame without the provider’s Lax cookie: not renewed, and the session goes on', async () => {
  const { shop } = await told('renewal', 'renewal-in-frame');
  expect(shop.phases).toEqual(['anonymous', 'signed-in']);
  expect(shop.moments.findLast(({ kind }) => kind === 'came-back')).toMatchObject({
    outcome: 'refused-by-provider',
    isSilent: true,
    error: 'login_required',
    unsent: ['_session'],
  });
  expect(shop.kinds).not.toContain('credentials-refused');
});

test('a sign-out at the provider, of which the shop is told in a frame: signed out, and the old id refused', async () => {
  const { shop, provider } = await told('front-channel-sign-out');
  const single = { provider: expect.stringContaining('id.localhost'), beganThere: true, frames: 1 };
  for (const { moments } of [shop, provider])
    expect(moments.find(({ kind }) => kind === 'single-sign-out')).toMatchObject(single);
  expect(shop.moments.find(({ kind }) => kind === 'signed-out')).toMatchObject({ by: 'frame', certainty: 'observed' });
  expect(shop.moments.find(({ kind }) => kind === 'id-reused')).toMatchObject({ answered: 'refused' });
  expect(shop.phases).toEqual(['anonymous', 'signed-in', 'signed-out']);
});

test('the same where the shop goes by its Lax cookie: asked for, and the user is still signed in', async () => {
  const { shop } = await told('front-channel-sign-out', 'front-channel-lax');
  expect(shop.moments.find(({ kind }) => kind === 'signed-out')).toMatchObject({
    by: 'frame',
    certainty: 'cannot-tell',
    withheld: ['__Host-sid'],
  });
  expect(shop.phases).toEqual(['anonymous', 'signed-in']);
});
