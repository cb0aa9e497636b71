import { beforeAll, expect, test } from 'vitest';
import { say, sayCount } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const play = rawScene({
  '/first': { status: 302, location: '/second' },
  '/second': { status: 302, location: '/page' },
  '/page': {
    body: `<script>for (const path of ['/one', '/two', '/three'])
      document.write('<img src="http://elsewhere.localhost:' + location.port + path + '">')</script>`,
  },
});

const paths = async () => (await play().panel.rows()).map(({ path }) => path);
const selected = () => play().panel.words(`${named(say('list.label'))} [role=row][aria-selected="true"]`);

beforeAll(async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('top')}/first`);
  await panel.row({ path: '/three', status: '200' });
});

test('requests to third parties collapse into one line, which the arrows open and close', async () => {
  const { panel } = play();
  await panel.press(say('settings.collapse'));
  const heading = sayCount('list.collapsed', 3);
  await panel.shows(heading);
  expect(await paths()).not.toContain('/two');

  await panel.choose({ path: '/page' });
  await panel.panel.press('ArrowDown');
  await until('the line is chosen', async () => (await selected()).includes(heading));
  await panel.panel.press('ArrowRight');
  await panel.row({ path: '/two' });
  await panel.panel.press('ArrowDown');
  await until('a row below the line is chosen', async () => (await selected()).includes('/one'));
  await panel.panel.press('ArrowLeft');
  await until('the line is chosen again', async () => (await selected()).includes(heading));
  await panel.panel.press('ArrowLeft');
  await panel.without({ path: '/two' });
});

test('an arrow closes a redirect chain into its first hop, and opens it', async () => {
  const { panel } = play();
  await panel.choose({ path: '/page' });
  await panel.panel.press('ArrowLeft');
  await until('the first hop is chosen', async () => (await selected()).includes('/first'));
  await panel.panel.press('ArrowLeft');
  await panel.shows(sayCount('list.hops-hidden', 2));
  expect(await paths()).not.toContain('/second');
  await panel.panel.press('ArrowRight');
  await panel.row({ path: '/second' });
});

test('letters lead to the next request whose path has a step that begins so', async () => {
  const { panel } = play();
  await panel.choose({ path: '/first' });
  await panel.panel.type('pa');
  await until('the page is chosen', async () => (await selected()).includes('/page'));
});
