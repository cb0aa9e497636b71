import { quantile, spread } from './figures';

/** `p50 16.7 ms, p95 16.8 ms, most 17 ms` */
export const frames = (samples: readonly number[]): string => `${spread(samples)}, most ${quantile(samples, 1).toFixed(0)} ms`;

/** Runs in a page: scrolls an element from its top by 220 px a frame, and gives how long each frame took, in ms. */
export async function scrolled(element: Element): Promise<readonly number[]> {
  element.scrollTop = 0;
  const out: number[] = [];
  let before = await new Promise<number>(requestAnimationFrame);
  for (let step = 0; step < 300; step++) {
    element.scrollTop += 220;
    const now = await new Promise<number>(requestAnimationFrame);
    out.push(now - before);
    before = now;
  }
  return out;
}

/** Runs in our panel: puts a text into the filter, and gives the ms until the filtered list is on the screen. */
export async function typed(text: string): Promise<number> {
  const field = document.querySelector('#filter') as HTMLInputElement;
  const start = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  do await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  while (document.querySelector('.request-list[aria-busy=true]'));
  return performance.now() - start;
}
