import { describe, expect, it, test } from 'vitest';
import { rendered, rowsOf, WindowStore, windowAt } from './window-store';

const ROW = 22;
/** Room for ten rows and the header. */
const HEIGHT = 11 * ROW;

test('covers every row in view at any scroll position', () => {
  for (let top = 0; top < 5000; top += 37) {
    const { start, end } = windowAt(top, 600, ROW);
    expect(start * ROW).toBeLessThanOrEqual(top);
    expect(end * ROW).toBeGreaterThanOrEqual(top + 600);
  }
});

test('stays the same while less than four rows are scrolled', () => {
  expect(windowAt(ROW * 100, 600, ROW)).toEqual(windowAt(ROW * 103, ROW * 27, ROW));
  expect(windowAt(ROW * 100, 600, ROW)).not.toEqual(windowAt(ROW * 104, 600, ROW));
});

test('never starts before the first row', () => {
  expect(windowAt(0, 400, ROW).start).toBe(0);
});

test('with rows beyond the edges, the view has those that a window with an overscan has', () => {
  for (let top = 0; top < 5000; top += 37) {
    const view = { kind: 'rows', ...windowAt(top, HEIGHT, ROW, 0) } as const;
    expect(rowsOf(view, 1000, ROW, true)).toEqual(windowAt(top, HEIGHT, ROW));
    expect(rowsOf(view, 1000, ROW, false)).toEqual(windowAt(top, HEIGHT, ROW, 0));
  }
});

describe('a list that follows its end', () => {
  const atEnd = (count: number) => {
    const store = new WindowStore(ROW, true, HEIGHT);
    store.counted(count);
    store.scrolled(count * ROW - (HEIGHT - ROW));
    return store;
  };

  it('scrolls to the end when rows come and the last one was in view', () => {
    expect(atEnd(100).counted(103)).toBe(103 * ROW);
  });

  it('shows new rows before the scroller was moved', () => {
    const store = atEnd(100);
    store.counted(200);
    const { start, end } = rowsOf(store.view, 200, ROW, false);
    expect([start <= 190, end >= 200]).toEqual([true, true]);
  });

  it('follows too when the last row is cut by the edge', () => {
    const store = atEnd(100);
    store.scrolled(100 * ROW - (HEIGHT - ROW) - ROW);
    expect(store.counted(101)).toBe(101 * ROW);
  });

  it('stays where the reader scrolled up to', () => {
    const store = atEnd(100);
    store.scrolled(100 * ROW - (HEIGHT - ROW) - ROW - 1);
    const { view } = store;
    expect(store.counted(200)).toBeNull();
    expect(store.view).toEqual(view);
  });

  it('follows again once the reader is back at the end', () => {
    const store = atEnd(100);
    store.scrolled(0);
    store.counted(200);
    store.scrolled(200 * ROW - (HEIGHT - ROW));
    expect(store.counted(201)).toBe(201 * ROW);
  });

  it('does not scroll while all rows fit', () => {
    const store = new WindowStore(ROW, true, HEIGHT);
    expect([store.counted(3), store.counted(8)]).toEqual([null, null]);
  });

  it('does not scroll when rows go', () => {
    expect(atEnd(100).counted(50)).toBeNull();
  });

  it('stays at the end when the scroller becomes lower', () => {
    const store = atEnd(100);
    store.scrolled(100 * ROW - (HEIGHT - ROW), HEIGHT * 2);
    expect(store.counted(101)).toBe(101 * ROW);
  });
});

test('a list that does not follow its end stays where it is at the end', () => {
  const store = new WindowStore(ROW, false, HEIGHT);
  store.counted(100);
  store.scrolled(100 * ROW - (HEIGHT - ROW));
  expect(store.counted(200)).toBeNull();
});

test('listeners hear of a scroll that brings other rows into view, and of no other', () => {
  const store = new WindowStore(ROW, false, HEIGHT);
  store.counted(1000);
  let heard = 0;
  const end = store.subscribe(() => heard++);
  store.scrolled(1);
  expect(heard).toBe(1);
  store.scrolled(2);
  expect(heard).toBe(1);
  store.scrolled(500);
  expect(heard).toBe(2);
  end();
  store.scrolled(5000);
  expect(heard).toBe(2);
});

describe('the rows that are rendered', () => {
  it.each<[what: string, selected: number, outside: number | null]>([
    ['above the window', 3, 3],
    ['the last one above it', 7, 7],
    ['the first one in it', 8, null],
    ['the last one in it', 15, null],
    ['the first one below it', 16, 16],
    ['far below it', 99, 99],
    ['none', -1, null],
    ['behind the last row', 100, null],
  ])('selected: %s', (_, selected, outside) => {
    expect(rendered({ start: 8, end: 16 }, 100, selected)).toEqual({
      first: 8,
      indexes: [8, 9, 10, 11, 12, 13, 14, 15],
      outside,
    });
  });

  it('end with the last row', () => {
    expect(rendered({ start: 8, end: 16 }, 10, -1)).toEqual({ first: 8, indexes: [8, 9], outside: null });
  });

  it('are none where the window lies behind the last row, but for the selected one', () => {
    expect(rendered({ start: 40, end: 60 }, 10, 4)).toEqual({ first: 10, indexes: [], outside: 4 });
  });
});
