import { expect, test } from 'vitest';
import { defaultSizes, layoutOf } from './layout';

test.each([
  [1400, 900, 'wide'],
  [1080, 560, 'wide'],
  [1200, 380, 'bottom'],
  [1079, 380, 'small'],
  [720, 900, 'small'],
  [520, 800, 'right'],
] as const)('at %d × %d the layout is %s', (width, height, layout) => {
  expect(layoutOf({ width, height })).toBe(layout);
});

test('the default sizes leave room for the pane after them', () => {
  for (const [width, height] of [
    [1400, 900],
    [1200, 380],
    [900, 500],
    [520, 800],
    [400, 400],
  ] as const) {
    const layout = layoutOf({ width, height });
    const [list, diagram] = defaultSizes(layout, { width, height });
    const across =
      layout === 'bottom' ? width - list - diagram : layout === 'right' ? height - 56 - list - diagram : height - 56 - diagram;
    expect(across).toBeGreaterThan(90);
  }
});
