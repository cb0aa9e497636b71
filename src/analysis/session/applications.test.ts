import { describe, expect, it } from 'vitest';
import { ALL } from '../../../test/build/applications/all';
import { concluded, ownSite, stated, unnamed } from '../../../test/build/applications/application';

describe('what is stated of', () => {
  it.each(ALL)('$app', (row) => {
    expect(concluded(row)).toEqual(stated(row));
  });
});

describe('without the names of its cookies, no false all-clear on fixation of', () => {
  it.each(ALL.filter(({ id, by }) => id !== undefined && by !== undefined))('$app', (row) => {
    const [signIn] = ownSite(unnamed(row.traffic)).signIns;
    expect([row.id, 'cannot-tell', 'changes-anyway']).toContain(signIn?.id ?? 'cannot-tell');
  });
});
