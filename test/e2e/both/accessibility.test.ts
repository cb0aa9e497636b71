import axe from 'axe-core';
import { expect, test } from 'vitest';
import { say, sayCount } from '../../../src/words/catalogue';
import type { DrivenPanel } from '../../browsers/driven';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

// As a function's body and not by eval, which an extension's pages forbid.
const installAxe = new Function(axe.source) as () => void;
const VIEWS = ['flow', 'cookies', 'sign-in', 'findings', 'lab'] as const;
const THEMES = ['light', 'dark'] as const;

const play = rawScene(
  {
    '/set': {
      setCookie: ['kept=1; Path=/', '__Host-no=1; Domain=localhost; Path=/; Secure', 'token=eyJhbGciOiJub25lIn0.e30.; Path=/'],
      body: `<script>for (const path of ['/one', '/two', '/three'])
      document.write('<img src="http://elsewhere.localhost:' + location.port + path + '">')</script>`,
    },
  },
  { alone: true },
);

/** What axe has against the panel as it stands, in both themes unless told otherwise. */
async function look(what: string, themes: readonly string[] = THEMES): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of themes)
    for (const id of await violations(play().panel.panel, theme)) found.push(`${what}, ${theme}: ${id}`);
  return found;
}

async function lookAtViews(themes?: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const view of VIEWS) {
    await play().panel.panel.click(`#tab-${view}`);
    found.push(...(await look(view, themes)));
  }
  return found;
}

test('axe finds nothing in the empty state', async () => {
  expect(await look('empty')).toEqual([]);
});

test('axe finds nothing in any view', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.choose({ path: '/set', rejected: 1 });
  expect(await lookAtViews()).toEqual([]);
});

test('nor in the settings', async () => {
  const { panel } = play();
  await panel.press(say('settings.title'));
  await panel.shows(say('settings.theme'));
  expect(await look('settings')).toEqual([]);
  await panel.press(say('settings.title'));
});

test('nor in the bar that leads through time', async () => {
  const { panel } = play();
  await panel.panel.click('#tab-cookies');
  await panel.press(say('travel.on'));
  await panel.shows(say('travel.against'));
  expect(await look('time travel')).toEqual([]);
  await panel.press(say('travel.off'));
});

test('nor in rows that are folded', async () => {
  const { panel } = play();
  await panel.panel.click('#tab-flow');
  await panel.press(say('settings.fold'));
  await panel.shows(sayCount('list.folded', 3));
  expect(await look('folded')).toEqual([]);
});

test('nor where the panel is narrow', async () => {
  const { panel } = play();
  await panel.panel.resize(520, 800);
  await panel.panel.click('#tab-flow');
  await panel.choose({ path: '/set', rejected: 1 });
  // Its colours are those of a wide one.
  expect(await lookAtViews(['light'])).toEqual([]);
});

/** As axe names them. */
async function violations(panel: DrivenPanel, theme: string): Promise<readonly string[]> {
  await panel.evaluate(installAxe);
  await panel.evaluate(start, theme);
  return until('axe has looked at everything', () => panel.evaluate(answer));
}

// These two run in the panel's document. It is `window` and not `globalThis`, which Firefox makes anew for each call.

interface AxeScope {
  readonly axe: {
    run(): Promise<{
      readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
    }>;
  };
  found: readonly string[] | null;
}

function start(theme: string): void {
  const scope = window as unknown as AxeScope;
  document.documentElement.dataset.theme = theme;
  scope.found = null;
  void scope.axe.run().then(({ violations }) => {
    scope.found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
  });
}

function answer(): readonly string[] | null {
  return (window as unknown as AxeScope).found;
}
