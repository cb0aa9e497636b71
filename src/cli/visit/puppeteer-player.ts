import type * as Puppeteer from 'puppeteer-core';
import type { Frame, Locator, Page } from 'puppeteer-core';
import type { RecorderStep } from './recorder-steps';
import { inTurn, leadsOn, NAVIGATION_PATIENCE, PATIENCE } from './steps-in-turn';

/** Where the steps are played, and by which copy of Puppeteer. */
interface Stage {
  readonly page: Page;
  readonly puppeteer: typeof Puppeteer;
}

/** Plays the steps of Chrome's Recorder in Firefox. @throws RunError that says which step failed and why */
export async function playStepsByPuppeteer(stage: Stage, steps: readonly RecorderStep[]): Promise<void> {
  const { page } = stage;
  await inTurn(steps, (step) =>
    leadsOn(step)
      ? Promise.all([page.waitForNavigation({ timeout: NAVIGATION_PATIENCE }), play(stage, step)])
      : play(stage, step),
  );
  // A click at the end sends a form: what it leads to is part of the recording.
  if (steps.length > 0) await page.waitForFunction('document.readyState === "complete"');
}

async function play(stage: Stage, step: RecorderStep): Promise<unknown> {
  const { page } = stage;
  switch (step.type) {
    case 'navigate':
      return page.goto(step.url, { timeout: step.timeout ?? NAVIGATION_PATIENCE });
    case 'setViewport':
      return page.setViewport({ width: step.width, height: step.height });
    case 'click':
      return located(stage, step).click({ button: step.button === 'secondary' ? 'right' : 'left' });
    case 'doubleClick':
      return located(stage, step).click({ count: 2 });
    case 'hover':
      return located(stage, step).hover();
    case 'change':
      return change(located(stage, step), step.value);
    case 'waitForElement':
      return located(stage, step, step.visible ? 'visible' : 'hidden').wait();
    case 'waitForExpression':
      return page.waitForFunction(step.expression, { timeout: step.timeout ?? PATIENCE });
    case 'keyDown':
      return page.keyboard.down(step.key as Parameters<Page['keyboard']['down']>[0]);
    case 'keyUp':
      return page.keyboard.up(step.key as Parameters<Page['keyboard']['up']>[0]);
    case 'scroll':
      return page.mouse.wheel({ deltaX: step.x, deltaY: step.y });
    // What is left changes no cookie.
    case 'emulateNetworkConditions':
    case 'close':
      return;
    default:
      return step satisfies never;
  }
}

type Placed = Extract<RecorderStep, { readonly selectors: unknown }>;

/** The element by whichever of its selectors finds one first. */
function located({ page, puppeteer }: Stage, step: Placed, visibility: 'visible' | 'hidden' | null = null): Locator<Element> {
  const frame = frameOf(page, step.frame);
  const locators = step.selectors.map((chain) => frame.locator(selectorOf(chain)).setVisibility(visibility));
  return puppeteer.Locator.race(locators).setTimeout(step.timeout ?? PATIENCE);
}

/** A frame by the places of its ancestors among their siblings. */
function frameOf(page: Page, places: readonly number[]): Frame {
  return places.reduce((frame: Frame, at) => {
    const child = frame.childFrames()[at];
    if (child === undefined) throw new Error('the frame of the step is not there');
    return child;
  }, page.mainFrame());
}

/**
 * Puppeteer's word for a chain of selectors, each of which is in the shadow root of the one before.
 * @see https://pptr.dev/guides/page-interactions#selectors
 */
const selectorOf = (chain: readonly string[]): string => chain.map(withinRoot).join(' >>>> ');

function withinRoot(selector: string): string {
  const [, kind, rest = ''] = /^(aria|xpath|text|pierce|css)\/(.*)$/s.exec(selector) ?? [];
  const quoted = rest.replace(/['"()]/g, '\\$&');
  switch (kind) {
    case undefined:
      return selector;
    case 'css':
      return rest;
    case 'pierce':
      return `:scope >>> ${rest}`;
    default:
      return `::-p-${kind}(${quoted})`;
  }
}

/** Into a list, a box to be ticked, or a field. */
async function change(locator: Locator<Element>, value: string): Promise<void> {
  const element = await locator.waitHandle();
  const ticked = await element.evaluate((node) =>
    node instanceof HTMLInputElement && ['checkbox', 'radio'].includes(node.type) ? node.checked : null,
  );
  if (ticked === null) await locator.fill(value);
  else if (ticked !== (value === 'true' || value === 'on')) await locator.click();
}
