import { describe, expect, test } from 'vitest';
import { SHOWN_FIRST } from '../state/cookie-columns';
import { fittingColumns, tableWidth } from './columns';

describe('the columns of the cookie table', () => {
  test.each([720, 900, 1080, 1200, 1400])('need no scrolling sideways at %i pixels', (room) => {
    const columns = fittingColumns(SHOWN_FIRST, {}, room);
    expect(tableWidth(columns, {})).toBeLessThanOrEqual(room);
    expect(columns).toEqual(expect.arrayContaining(['name', 'state', 'domain', 'expires', 'samesite', 'grade']));
  });

  test('are all there where there is room', () => {
    expect(fittingColumns(SHOWN_FIRST, {}, 1300)).toEqual(SHOWN_FIRST);
  });

  test('stay where the reader has set their width', () => {
    expect(fittingColumns(SHOWN_FIRST, { partitioned: 200, size: 60 }, 720)).toEqual(
      expect.arrayContaining(['partitioned', 'size']),
    );
  });
});
