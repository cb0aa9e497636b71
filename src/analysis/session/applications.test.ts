import { describe, expect, it } from 'vitest';
import { concluded, ownSite, stated, unnamed } from '../../../test/build/applications/application';
import { CLASSIC } from '../../../test/build/applications/classic';
import { COMPILED } from '../../../test/build/applications/compiled';
import { CONSOLES } from '../../../test/build/applications/consoles';
import { FEDERATED } from '../../../test/build/applications/federated';
import { FRONT_ENDS } from '../../../test/build/applications/front-ends';
import { GATEWAYS } from '../../../test/build/applications/gateways';
import { INSTALLED } from '../../../test/build/applications/installed';
import { PHP } from '../../../test/build/applications/php';
import { RUBY } from '../../../test/build/applications/ruby';
import { SCRIPT } from '../../../test/build/applications/script';
import { SERVER } from '../../../test/build/applications/server';

const ALL = [
  ...PHP,
  ...SERVER,
  ...RUBY,
  ...SCRIPT,
  ...FEDERATED,
  ...CLASSIC,
  ...GATEWAYS,
  ...COMPILED,
  ...FRONT_ENDS,
  ...INSTALLED,
  ...CONSOLES,
];

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
