import { say } from '../../src/words/catalogue';
import type { ChromiumPanel } from '../browsers/chromium-panel';
import { until } from '../browsers/until';
import { named } from '../e2e/panel-reader';

/** Something to look at: how to bring the panel there from any other scene. */
export interface ScreenshotScene {
  readonly name: string;
  readonly show: (panel: ChromiumPanel) => Promise<void>;
}

/** Where DevTools gives us room, and how much. */
export const SIZES = { undocked: [1400, 900], bottom: [1200, 380], small: [900, 500], right: [520, 800] } as const;
export type Size = keyof typeof SIZES;

export const SCENES: readonly ScreenshotScene[] = [
  {
    name: 'flow',
    show: async (panel) => {
      await tab(panel, 'Flow');
      await filter(panel, '');
      await row(panel, '/sign-in', 'POST');
    },
  },
  {
    name: 'rejected',
    show: async (panel) => {
      await tab(panel, 'Flow');
      await filter(panel, '');
      await row(panel, '/see/prefixes/host', 'GET');
    },
  },
  {
    name: 'flow-withheld',
    show: async (panel) => {
      await tab(panel, 'Flow');
      await filter(panel, 'is:withheld');
      await row(panel, '', '');
    },
  },
  {
    name: 'filter',
    show: async (panel) => {
      await tab(panel, 'Flow');
      await filter(panel, 'is:');
    },
  },
  {
    name: 'cookies',
    show: async (panel) => {
      await tab(panel, 'Cookies');
      await panel.frame.locator('[data-cookie]', { hasText: '__Host-sid' }).click();
      await until('the cookie is shown', () => panel.frame.locator(named(say('life.label'))).isVisible());
    },
  },
  {
    name: 'sign-in',
    show: async (panel) => {
      await tab(panel, 'Sign-in');
      await until('the sign-out is told', () => panel.frame.locator('[data-moment="signed-out"]').first().isVisible());
    },
  },
  { name: 'incidents', show: (panel) => tab(panel, 'Incidents') },
  { name: 'findings', show: (panel) => tab(panel, 'Findings') },
  { name: 'lab', show: (panel) => tab(panel, 'Lab') },
];

async function tab(panel: ChromiumPanel, name: string): Promise<void> {
  await panel.frame.getByRole('tab', { name }).click();
}

async function filter(panel: ChromiumPanel, text: string): Promise<void> {
  const field = panel.frame.locator('#filter');
  await field.fill(text);
  if (text === '') await field.press('Escape');
}

/** Chooses the first request whose row holds these words. */
async function row(panel: ChromiumPanel, path: string, method: string): Promise<void> {
  const found = panel.frame.locator('[role=row][data-row-id]').filter({ hasText: path }).filter({ hasText: method });
  await found.first().click();
  await until('the diagram is drawn', () => panel.frame.locator(named(say('diagram.label'))).isVisible());
}
