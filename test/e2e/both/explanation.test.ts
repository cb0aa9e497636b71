import { beforeAll, expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { named } from '../panel-reader';
import { rawScene } from '../scenes';

const LINE = '__Secure-x=abc; Path=/; SameSite=None';
const ELSEWHERE = 'far=1; Path=/; Domain=shop.example; SameSite=Lax';
const SECRET = '7f3b9c5d2e8a4f6b';
let answer = () => {};
const play = rawScene({
  '/set': {
    setCookie: ['kept=1; Path=/; SameSite=Lax', LINE, ELSEWHERE, `secret=${SECRET}; Path=/; Domain=shop.example; SameSite=Lax`],
  },
  '/held': {
    when: new Promise<void>((resolve) => {
      answer = resolve;
    }),
  },
});

const steps = () =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-step]')].map((step) => step.dataset.step ?? ''),
  );
/** Pastes into the filter what is on the clipboard, as the reader would to see it; the field is emptied again. */
async function pastes(wanted: string): Promise<void> {
  const { panel } = play().panel;
  const pasted = () => panel.evaluate(() => document.querySelector<HTMLInputElement>('#filter')?.value ?? '');
  await panel.click('#filter');
  await panel.press('Control+v');
  await until(`the clipboard holds ${wanted}`, async () => (await pasted()) === wanted, { instead: pasted });
  await panel.click('button', say('filter.clear'));
}

beforeAll(async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await panel.choose({ path: '/set', status: '200', rejected: 3 });
});

test('a rejection shows the one step that decided, and all of them on demand, in order', async () => {
  const { panel } = play();
  await panel.open({ name: '__Secure-x', verdict: 'rejected' });
  const [decider, ...others] = await steps();
  expect(others).toEqual([]);
  await panel.panel.click(`${named(say('explain.steps'))} button`);
  await until('all steps are shown', async () => (await steps()).length > 10);
  await expect.poll(() => steps()).toContain(decider);
  await panel.press(say('explain.steps-close'));
  await until('only the deciding step is shown', async () => (await steps()).join() === decider);
});

test('it says what was observed, what is predicted, and what the other browser would do', async () => {
  const { scene, panel } = play();
  await panel.open({ name: '__Secure-x', evidence: 'observed' });
  const statements = () => panel.words('[data-testid=statements]');
  await until('it says what was observed', async () => (await statements()).includes(say('evidence.observed')));
  await expect.poll(() => statements()).toContain(say('evidence.predicted'));
  const other = scene.name === 'chromium' ? 'firefox' : 'chromium';
  await expect.poll(() => panel.words('[data-testid=other-browsers]')).toContain(say(`profile.${other}`));
  await expect
    .poll(() => panel.explanation())
    .toContain(say('explain.bytes', { from: 1, to: 10, length: LINE.length }).replace(/.*of/, 'of'));
});

test('the octets that decided are underlined in the line, and the callout counts the same ones', async () => {
  const { panel } = play();
  for (const [name, line, octets] of [
    ['far', ELSEWHERE, 'Domain=shop.example'],
    ['__Secure-x', LINE, 'SameSite=None'],
  ] as const) {
    await panel.open({ name, verdict: 'rejected' });
    const from = line.indexOf(octets);
    await expect.poll(() => panel.panel.evaluate(underlined)).toEqual({ line, octets, from });
    const counted = say('explain.bytes', { from: from + 1, to: from + octets.length, length: line.length });
    await expect.poll(() => panel.words('[data-testid=callout]')).toContain(counted);
    await expect.poll(() => panel.words('[data-standing="at-fault"] [data-part=name]')).toBe(octets.split('=')[0]);
  }
});

test('C copies the corrected line and says so; a masked value stays behind', async () => {
  const { panel } = play();
  await panel.open({ name: 'secret', verdict: 'rejected' });
  await panel.focus('[data-bead][aria-pressed=true]');
  await panel.panel.press('c');
  await panel.shows(say('explain.copied'));
  await pastes('secret=<value>; Path=/; SameSite=Lax');
});

test('a value that is revealed is copied with its line', async () => {
  const { panel } = play();
  await panel.open({ name: 'secret', verdict: 'rejected' });
  await panel.press(say('explain.reveal'));
  await panel.focus('[data-bead][aria-pressed=true]');
  await panel.panel.press('c');
  await pastes(`secret=${SECRET}; Path=/; SameSite=Lax`);
});

test('the corrected line is one button away', async () => {
  const { panel } = play();
  await panel.open({ name: '__Secure-x', verdict: 'rejected' });
  const added = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll('[data-testid=fix-line] ins')].map((each) => each.textContent).join(''),
    );
  await until('the line is corrected', async () => (await added()).includes('Secure'), { instead: added });
  await panel.press(say('explain.copy'));
  await panel.shows(say('explain.copied'));
});

test('a stored cookie has every attribute explained in a sentence', async () => {
  const { panel } = play();
  await panel.open({ name: 'kept', verdict: 'stored' });
  const parts = await panel.words(`ul${named(say('explain.parts'))}`);
  for (const part of ['Path', 'SameSite', 'HttpOnly', 'Secure', 'Domain']) expect(parts).toContain(part);
});

test('what is open follows what becomes known', async () => {
  const { browser, panel } = play();
  await browser.inPage(() => void fetch('/held'));
  await panel.choose({ path: '/held' });
  await panel.open({ name: 'kept', verdict: 'sent' });
  expect(await panel.explanation()).not.toContain('/held · 200');
  answer();
  await panel.shows('/held · 200');
});

// This runs in the panel's document.

/** The raw line, and the run of it that is drawn with a wavy line under it. */
function underlined(): { readonly line: string; readonly octets: string; readonly from: number } {
  const found = { line: '', octets: '', from: -1 };
  for (const part of document.querySelectorAll<HTMLElement>('[data-testid=raw-line] > :not([data-segment=header])')) {
    if (getComputedStyle(part).textDecoration.includes('wavy')) {
      if (found.octets === '') found.from = found.line.length;
      found.octets += part.innerText;
    }
    found.line += part.innerText;
  }
  return found;
}
