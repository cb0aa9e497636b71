import type { Page } from 'playwright-core';
import type { PanelBench } from '../test/panel/main';
import { scrolled } from './frames';

declare const bench: PanelBench;

// All but the last run in the panel's page, so each stands alone.

interface Begun {
  /** Milliseconds since the log was there. */
  readonly first: number;
  readonly all: number;
  readonly analyzed: number;
  /** How long each frame until then took, in milliseconds. */
  readonly frames: readonly number[];
}

/** Begins a recording of so many exchanges, and waits until all of it is listed and analyzed. */
export async function begun(size: number): Promise<Begun> {
  bench.anew();
  const facts = bench.facts(size);
  // The frame in which they were made is nobody's.
  await new Promise(requestAnimationFrame);
  const start = await new Promise<number>(requestAnimationFrame);
  bench.begin(facts);
  const frames: number[] = [];
  let first = 0;
  let all = 0;
  let before = start;
  while (all === 0) {
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - before);
    before = now;
    if (first === 0 && document.querySelector('[data-row-id]')) first = now - start;
    if (bench.rows() >= size) all = now - start;
  }
  while (!bench.isAnalyzed()) await new Promise((done) => setTimeout(done, 20));
  return { first, all, analyzed: performance.now() - start, frames };
}

/** Milliseconds from choosing a row to its diagram and explanation on the screen, from the first row on. */
export async function chosen(rows: number): Promise<readonly number[]> {
  const list = document.querySelector('.request-list') as HTMLElement;
  list.focus();
  list.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
  const out: number[] = [];
  for (let step = 0; step < rows; step++) {
    const start = performance.now();
    list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    out.push(performance.now() - start);
  }
  return out;
}

/** Milliseconds from the click on a view's tab until the view is on the screen. */
export async function opened(view: string): Promise<number> {
  const start = performance.now();
  document.querySelector<HTMLElement>(`#tab-${view}`)?.click();
  do await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  while (!document.querySelector(`#panel-${view}`) || document.querySelector('.diagram-note.late'));
  return performance.now() - start;
}

/** Milliseconds of work that each key of a text at the end of the Lab's line takes: React renders within the event. */
export async function keysInLab(text: string): Promise<readonly number[]> {
  const field = document.querySelector('#lab-line') as HTMLTextAreaElement;
  const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  const out: number[] = [];
  for (const key of text) {
    const start = performance.now();
    write?.call(field, field.value + key);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: key }));
    // Updates of an input event are rendered in a microtask.
    await Promise.resolve();
    out.push(performance.now() - start);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return out;
}

/** How long each frame took, in milliseconds, while 200 exchanges a second arrive, with the list, where it is shown, at its end. */
export async function streamed(seconds: number): Promise<readonly number[]> {
  const list = document.querySelector('.request-list');
  if (list) list.scrollTop = list.scrollHeight;
  const out: number[] = [];
  const start = performance.now();
  let sent = 0;
  let before = await new Promise<number>(requestAnimationFrame);
  while (before - start < seconds * 1000) {
    const due = Math.floor(((performance.now() - start) / 1000) * 200);
    if (due > sent) bench.more(bench.facts(due - sent));
    sent = due;
    const now = await new Promise<number>(requestAnimationFrame);
    out.push(now - before);
    before = now;
  }
  return out;
}

/** How long each frame of scrolling the list took, in milliseconds. */
export async function scrolledList(page: Page): Promise<readonly number[]> {
  const list = await page.waitForSelector('.request-list');
  return list.evaluate(scrolled);
}
