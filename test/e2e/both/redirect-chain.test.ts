import { expect, test } from 'vitest';
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

test('a redirect chain is one diagram with a row for each hop, and each hop carries what the one before it set', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/first`);
  await panel.row({ path: '/first', status: '302', sent: 0, set: 1 });
  await panel.row({ path: '/second', status: '302', sent: 1, set: 1 });
  await panel.choose({ path: '/third', status: '200', sent: 2, set: 1 });
  await panel.bead({ name: 'three', verdict: 'stored', evidence: 'observed' });
  const beads = (await panel.beads()).map(({ name, verdict }) => `${name} ${verdict}`);
  expect(beads).toEqual(['one stored', 'one sent', 'two stored', 'one sent', 'two sent', 'three stored']);
});

test('a chain that passes over a third party has a lifeline for each server, at which its hops end', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/page`);
  await panel.choose({ path: '/matched', status: '200' });
  const lifelines = () => panel.lifelines();
  const hosts = [server.at('raw'), server.at('elsewhere')].map((origin) => new URL(origin).host);
  const wanted = [say('diagram.browser'), ...hosts];
  await until(`the lifelines are ${wanted}`, async () => (await lifelines()).join() === wanted.join(), { instead: lifelines });
  expect(await panel.panel.evaluate(reached)).toEqual([
    ['/sync', hosts[0]],
    ['/match', hosts[1]],
    ['/matched', hosts[0]],
  ]);
});

test('in the list its hops stand on one rail, and the one that the third party answered is marked', async () => {
  const { panel } = play();
  await panel.row({ path: '/matched', status: '200' });
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
  const heads = [...document.querySelectorAll<HTMLElement>('.sequence .head')];
  const lines = [...document.querySelectorAll('.lifelines i')].map(middle);
  return [...document.querySelectorAll<HTMLElement>('.hop')].map((hop) => {
    const end = hop.querySelector('.wire.request')?.getBoundingClientRect().right ?? 0;
    const distances = lines.map((line) => Math.abs(line - end));
    const nearest = distances.indexOf(Math.min(...distances));
    return [hop.querySelector<HTMLElement>('.label code')?.innerText.trim() ?? '', heads[nearest]?.innerText.trim() ?? ''];
  });
}

/** The path of each row that is on a rail, its place on it, and whether it is marked as a third party's. */
function railed(): readonly (readonly [string, string, boolean])[] {
  return [...document.querySelectorAll<HTMLElement>('.request-row .rail')].map((rail) => {
    const row = rail.closest<HTMLElement>('.request-row');
    const path = row?.querySelector<HTMLElement>('.path')?.innerText.trim() ?? '';
    return [path, rail.className.replace('rail ', ''), row?.querySelector('.place [role=img]') !== null];
  });
}
