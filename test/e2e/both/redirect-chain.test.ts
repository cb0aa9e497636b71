import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({
  '/first': { status: 302, location: '/second', setCookie: ['one=1; Path=/'] },
  '/second': { status: 302, location: '/third', setCookie: ['two=2; Path=/'] },
  '/third': { setCookie: ['three=3; Path=/'] },
  '/sync': { status: 302, location: (at) => `${at('elsewhere')}/match` },
  '/match': { status: 302, location: (at) => `${at('raw')}/matched`, setCookie: ['id=1; Path=/'] },
  '/page': { body: '<img src="/sync">' },
});

beforeAll(async () => {
  const { browser, panel, server } = play();
  for (const path of ['first', 'page']) await browser.goto(`${server.at('raw')}/${path}`);
  await panel.row({ path: '/matched', status: '200' });
});

test('a redirect chain is one diagram with a row for each hop, and each hop carries what the one before it set', async () => {
  const { panel } = play();
  await panel.row({ path: '/first', status: '302', sent: 0, set: 1 });
  await panel.row({ path: '/second', status: '302', sent: 1, set: 1 });
  await panel.choose({ path: '/third', status: '200', sent: 2, set: 1 });
  await panel.bead({ name: 'three', verdict: 'stored', evidence: 'observed' });
  const beads = (await panel.beads()).map(({ name, verdict }) => `${name} ${verdict}`);
  expect(beads).toEqual(['one stored', 'one sent', 'two stored', 'one sent', 'two sent', 'three stored']);
});

test('a chain that passes over a third party has a lifeline for each server, at which its hops end', async () => {
  const { panel, server } = play();
  await panel.choose({ path: '/matched', status: '200' });
  const lifelines = () => panel.lifelines();
  // Each with its scheme.
  const origins = [server.at('raw'), server.at('elsewhere')];
  const wanted = [say('diagram.browser'), ...origins];
  await until(`the lifelines are ${wanted}`, async () => (await lifelines()).join() === wanted.join(), { instead: lifelines });
  await expect
    .poll(() => panel.panel.evaluate(reached))
    .toEqual([
      ['/sync', origins[0]],
      ['/match', origins[1]],
      ['/matched', origins[0]],
    ]);
});

test('in the list its hops stand on one rail, and the one that the third party answered is marked', async () => {
  const { panel } = play();
  const stops = (await panel.panel.evaluate(railed)).filter(([path]) => ['/sync', '/match', '/matched'].includes(path));
  expect(stops).toEqual([
    ['/sync', 'start', false],
    ['/match', 'middle', true],
    ['/matched', 'end', false],
  ]);
});

// These two run in the panel's document.

/** The path of each hop, and the host on whose lifeline its wire ends. */
function reached(): readonly (readonly [string, string])[] {
  const middle = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return (left + right) / 2;
  };
  const heads = [...document.querySelectorAll<HTMLElement>('[data-lifeline]')];
  const lines = [...document.querySelectorAll('[data-line]')].map(middle);
  return [...document.querySelectorAll<HTMLElement>('[data-hop]')].map((hop) => {
    const end = hop.querySelector('[data-wire=request]')?.getBoundingClientRect().right ?? 0;
    const distances = lines.map((line) => Math.abs(line - end));
    const nearest = distances.indexOf(Math.min(...distances));
    return [hop.querySelector<HTMLElement>('[data-part=path]')?.innerText.trim() ?? '', heads[nearest]?.innerText.trim() ?? ''];
  });
}

/** The path of each row that is on a rail, its place on it, and whether it is marked as a third party's. */
function railed(): readonly (readonly [string, string, boolean])[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row-id] [data-rail]')].map((rail) => {
    const row = rail.closest<HTMLElement>('[data-row-id]');
    const path = row?.querySelector<HTMLElement>('[data-part=path]')?.innerText.trim() ?? '';
    return [path, rail.dataset.rail ?? '', rail.parentElement?.querySelector('[role=img]') !== null];
  });
}
