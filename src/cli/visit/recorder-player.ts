import type { Frame, Locator, Page } from 'playwright-core';
import type { RecorderStep } from './recorder-steps';
import { inTurn, leadsOn, NAVIGATION_PATIENCE, PATIENCE } from './steps-in-turn';

/** Plays the steps of Chrome's Recorder. @throws RunError that says which step failed and why */
export async function playSteps(page: Page, steps: readonly RecorderStep[]): Promise<void> {
  await inTurn(steps, (step) => (leadsOn(step) ? Promise.all([arrival(page), play(page, step)]) : play(page, step)));
  // A click at the end sends a form: what it leads to is part of the recording.
  await page.waitForLoadState('load');
}

const arrival = (page: Page): Promise<unknown> =>
  page.waitForEvent('framenavigated', {
    predicate: (frame) => frame === page.mainFrame(),
    timeout: NAVIGATION_PATIENCE,
  });

async function play(page: Page, step: RecorderStep): Promise<void> {
  switch (step.type) {
    case 'navigate':
      await page.goto(step.url, { timeout: step.timeout ?? NAVIGATION_PATIENCE });
      return;
    case 'setViewport':
      return page.setViewportSize({ width: step.width, height: step.height });
    case 'click':
      return (await found(page, step)).click({ button: step.button === 'secondary' ? 'right' : 'left' });
    case 'doubleClick':
      return (await found(page, step)).dblclick();
    case 'hover':
      return (await found(page, step)).hover();
    case 'change':
      return change(await found(page, step), step.value);
    case 'waitForElement':
      return all(page, step).waitFor({ state: step.visible ? 'visible' : 'hidden', timeout: step.timeout ?? PATIENCE });
    case 'waitForExpression':
      await page.waitForFunction(step.expression, undefined, { timeout: step.timeout ?? PATIENCE });
      return;
    case 'keyDown':
      return page.keyboard.down(step.key);
    case 'keyUp':
      return page.keyboard.up(step.key);
    case 'scroll':
      return page.mouse.wheel(step.x, step.y);
    // What is left changes no cookie.
    case 'emulateNetworkConditions':
    case 'close':
      return;
    default:
      return step satisfies never;
  }
}

type Placed = Extract<RecorderStep, { readonly selectors: unknown }>;

/** The element by the first of its selectors that finds one; waits for it. */
async function found(page: Page, step: Placed): Promise<Locator> {
  await all(page, step).waitFor({ timeout: step.timeout ?? PATIENCE });
  const frame = frameOf(page, step.frame);
  for (const chain of step.selectors) {
    const locator = locatorOf(frame, chain);
    if ((await locator.count()) > 0) return locator.first();
  }
  return all(page, step);
}

/** By whichever selector there is one. */
function all(page: Page, { selectors, frame }: Placed): Locator {
  const within = frameOf(page, frame);
  const [first, ...others] = selectors.map((chain) => locatorOf(within, chain));
  if (first === undefined) throw new Error('it has no selector');
  return others.reduce((either, other) => either.or(other), first).first();
}

/** A frame by the places of its ancestors among their siblings. */
function frameOf(page: Page, places: readonly number[]): Frame {
  return places.reduce((frame: Frame, at) => {
    const child = frame.childFrames()[at];
    if (child === undefined) throw new Error('the frame of the step is not there');
    return child;
  }, page.mainFrame());
}

const locatorOf = (frame: Frame, chain: readonly string[]): Locator =>
  chain.slice(1).reduce((outer, selector) => outer.locator(engineSelector(selector)), start(frame, chain[0] ?? ''));

/** An accessible name is of a field, or of what can be pressed. */
function start(frame: Frame, selector: string): Locator {
  const [, name, role] = /^aria\/(.*?)(?:\[role="(\w+)"\])?$/s.exec(selector) ?? [];
  if (name === undefined) return frame.locator(engineSelector(selector));
  if (role !== undefined) return frame.getByRole(role as Parameters<Frame['getByRole']>[0], { name, exact: true });
  return (['button', 'link', 'textbox', 'checkbox', 'menuitem'] as const)
    .map((each) => frame.getByRole(each, { name, exact: true }))
    .reduce((either, other) => either.or(other), frame.getByLabel(name, { exact: true }));
}

/** Playwright's word for a selector of the Recorder; its CSS goes into shadow roots of itself. */
const engineSelector = (selector: string): string =>
  selector
    .replace(/^xpath\//, 'xpath=')
    .replace(/^text\//, 'text=')
    .replace(/^pierce\//, 'css=')
    .replace(/^css\//, 'css=');

/** Into a list, a box to be ticked, or a field. */
async function change(element: Locator, value: string): Promise<void> {
  const kind = await element.evaluate((node) => (node instanceof HTMLInputElement ? node.type : node.tagName));
  if (kind === 'SELECT') await element.selectOption(value);
  else if (kind === 'checkbox' || kind === 'radio') await element.setChecked(value === 'true' || value === 'on');
  else await element.fill(value);
}
