import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { ensureBrowser } from '../../browsers/ensure';
import { servedPanel } from '../../panel/served';
import { shopFacts } from '../../panel/shop';
import { type Found, readByReader } from './read-by-reader';

let page: Page;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const served = await servedPanel();
  const browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox', '--disable-gpu'] });
  closing.push(() => browser.close(), served.close);
  page = await browser.newPage({ viewport: { width: 1400, height: 900 }, baseURL: served.url });
});
afterAll(async () => {
  for (const close of closing) await close();
});

/** Letters that the recording holds: names, hosts, paths, methods. */
const RECORDED = JSON.stringify(shopFacts()).toLowerCase();
/** The same in every language: keys, protocols, units, catalogues of flaws; and months, which the browser writes. */
const NO_LANGUAGE =
  /^(?:ctrl|esc|enter|home|end|alt|space|del|get|post|https?|set|cookie|ms|rlo|zwsp|asvs|wstg|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec))$/i;

/** Words outside of the catalogue's marks that are no data of the recording. */
const foreign = ({ text }: Found): readonly string[] =>
  outsideMarks(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !RECORDED.includes(word.toLowerCase()) && !NO_LANGUAGE.test(word));

/** What stands in no ⟦ ⟧; marks within marks are part of the outer ones. */
function outsideMarks(text: string): string {
  let depth = 0;
  let out = '';
  for (const char of text) {
    if (char === '⟦') depth += 1;
    else if (char === '⟧') depth -= 1;
    else if (depth === 0) out += char;
  }
  return out;
}

async function unsaid(): Promise<readonly string[]> {
  const found = await page.evaluate(readByReader);
  expect(found.length).toBeGreaterThan(5);
  return found.flatMap((each) => {
    const words = foreign(each);
    return words.length > 0 ? [`${each.where}: ${each.text.slice(0, 80)} (${words.join(', ')})`] : [];
  });
}

const at = async (query: string) => {
  await page.goto(`/?pseudo&theme=light&${query}`);
  await page.waitForSelector('[role=tablist]');
};

test.each(['facts=none', 'facts=none&state=permission', 'state=paused', 'state=gone'])(
  'in the state %s every word comes from the catalogue',
  async (query) => {
    await at(query);
    await expect.poll(() => unsaid()).toEqual([]);
  },
);

/** What bears this name, between the marks of the pseudo-locale. */
const marked = (label: string): string => `[aria-label="⟦${label}⟧"]`;

/** Selects a row and opens all steps of its explanation. Runs in the page. */
async function chooseRow([index, steps]: readonly [number, string]): Promise<void> {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  document.querySelectorAll<HTMLElement>('[data-row-id]')[index]?.click();
  await drawn();
  document.querySelector<HTMLElement>(`${steps} button`)?.click();
  await drawn();
}

test('in Flow every word of every kind of row, diagram and explanation does', async () => {
  await at('view=flow');
  const rows = await page.locator('[data-row-id]').count();
  const found = new Set<string>();
  for (let row = 0; row < rows; row++) {
    await page.evaluate(chooseRow, [row, marked(say('explain.steps'))] as const);
    for (const each of await unsaid()) found.add(each);
  }
  expect([...found]).toEqual([]);
});

test('a filter with faults, its completions, and collapsed requests do', async () => {
  await at('view=flow');
  for (const text of ['nothing:x', 'is:', 'status:4', 'role:boss', 'name:/(/']) {
    await page.locator('#filter').fill(text);
    await expect.poll(() => unsaid()).toEqual([]);
  }
  await page.locator('#filter').fill('');
  await page.locator(`button${marked(say('settings.collapse'))}`).click();
  await expect.poll(() => unsaid()).toEqual([]);
});

test('in Cookies every word of the table, of a cookie and of another moment does', async () => {
  await at('view=cookies');
  for (const cookie of await page.locator('[data-cookie]').all()) {
    await cookie.click();
    await expect.poll(() => unsaid()).toEqual([]);
  }
  await page.locator(`button${marked(say('travel.on'))}`).click();
  await page.locator(`${marked(say('travel.label'))} select`).selectOption('moment');
  await expect.poll(() => unsaid()).toEqual([]);
});

test.each(['sign-in', 'findings', 'lab'])('in %s every word does', async (view) => {
  await at(`view=${view}`);
  await expect.poll(() => unsaid()).toEqual([]);
});

test('the settings, the columns and the map of the keys do', async () => {
  await at('view=cookies');
  await page.keyboard.press('?');
  await expect.poll(() => unsaid()).toEqual([]);
  await page.keyboard.press('Escape');
  for (const button of await page.locator('[popovertarget]').all()) {
    await button.click();
    await expect.poll(() => unsaid()).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('a word that is written elsewhere is found', async () => {
  await at('facts=none');
  await page.evaluate(() => document.querySelector('main section')?.append('Unsaid words'));
  await expect.poll(async () => (await unsaid()).join()).toContain('Unsaid');
});
