import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import type { Firefox } from '../../browsers/firefox';
import { until } from '../../browsers/until';
import { named, type ShownRow } from '../panel-reader';
import { rawScene } from '../scenes';

const SESSION = 'session=0123456789abcdef; Path=/; HttpOnly';

const play = rawScene({
  '/signed-in': { setCookie: [SESSION, 'theme=1; Path=/'] },
  '/below': { setCookie: ['below=1; Path=/; HttpOnly'] },
  '/sign-out': { headers: ['Clear-Site-Data: "cookies"'] },
  '/sign-out-of-all': { headers: ['Clear-Site-Data: "*"'] },
  '/sign-out-kindly': { headers: ['Clear-Site-Data: "cookies"'], setCookie: ['left=1; Path=/'] },
});

const hasDifference = () => play().panel.has(named(say('list.differs')));

/** Waits for the row that tells of a cookie’s end, and opens its explanation. */
async function openDeletion(name: string): Promise<void> {
  const { panel } = play();
  const isOfIt = ({ kind, path }: ShownRow) => kind === 'change' && path.includes(name) && path.includes('deleted');
  const row = await until(`the list tells that ${name} is gone`, async () => (await panel.rows()).findLast(isOfIt), {
    instead: async () => JSON.stringify(await panel.rows()),
  });
  await panel.choose({ id: row.id });
  await panel.open({ name, verdict: 'deleted', evidence: 'observed' });
}

test.each([
  ['"cookies"', 'leaving', '/sign-out'],
  ['"*"', 'leaving-all', '/sign-out-of-all'],
])('“a script signs me out”: Clear-Site-Data: %s did, of HttpOnly cookies as of others', async (_value, host, path) => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at(host)}/signed-in`);
  await panel.row({ path: '/signed-in', status: '200', set: 2 });
  await browser.goto(`${server.at(host)}${path}`);
  for (const name of ['session', 'theme']) {
    await openDeletion(name);
    await expect.poll(() => panel.explanation()).toContain(say('observed.clear-site-data'));
    expect(await panel.explanation()).not.toMatch(/by a script/);
  }
  expect(await hasDifference()).toBe(false);
});

test('a cookie of a host below goes with its site in Chromium, and stays in Firefox: who deletes it there was not the header', async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('app.family')}/below`);
  await panel.row({ path: '/below', status: '200', set: 1 });
  await browser.goto(`${server.at('family')}/sign-out`);
  await panel.row({ path: '/sign-out', host: `family.localhost:${server.port}` });
  if (scene.name === 'firefox')
    await (browser as Firefox).inBrowser(`Services.cookies.remove('app.family.localhost', 'below', '/', {})`);
  await openDeletion('below');
  const told = expect.poll(() => panel.explanation());
  if (scene.name === 'chromium') await told.toContain(say('observed.clear-site-data'));
  else await told.not.toContain('Clear-Site-Data');
  expect(await hasDifference()).toBe(false);
});

test('what the same response sets: Chromium clears it with the rest, Firefox stores it first or last, and neither is a riddle', async () => {
  const { browser, panel, scene, server } = play();
  await browser.goto(`${server.at('kindly')}/signed-in`);
  await browser.goto(`${server.at('kindly')}/sign-out-kindly`);
  await panel.choose({ path: '/sign-out-kindly', status: '200' });
  if (scene.name === 'chromium') {
    await panel.open({ name: 'left', verdict: 'rejected', evidence: 'observed' });
    await expect.poll(() => panel.explanation()).toContain('Clear-Site-Data');
  } else await panel.bead({ name: 'left', verdict: 'stored', evidence: 'observed' });
  expect(await hasDifference()).toBe(false);
});
