import { beforeAll, expect, test } from 'vitest';
import { COMMON } from '../../../playground/flaws/common';
import { LINE_FLAWS } from '../../../playground/flaws/lines';
import { SESSION_FLAWS } from '../../../playground/flaws/sessions';
import { TOKENS } from '../../../playground/flaws/tokens';
import type { Variant } from '../../../playground/flaws/variant';
import { VARIANTS, type VariantId } from '../../../playground/variants';
import type { EndedTransaction } from '../../../src/analysis/session/transaction-outcomes';
import { transactionRequirements } from '../../../src/analysis/session/transaction-requirements';
import { FlawedShops } from '../findings/flawed-shop';

let shops: FlawedShops;
beforeAll(async () => {
  shops = await FlawedShops.open();
});

/** The sign-in through the identity provider of a shop with these switches, as the browser had it. */
async function throughProvider(...flaws: readonly VariantId[]): Promise<EndedTransaction> {
  const { sessions } = await shops.walk('federated', flaws);
  const transaction = sessions.transactions.at(-1);
  if (transaction === undefined) throw new Error('no sign-in through another site was seen');
  return transaction;
}

const cookiesOf = ({ cookies }: EndedTransaction) => cookies.map(({ life, holds }) => `${life.name} ${holds}`).sort();

test('code with PKCE: signed in, each value of the transaction in its cookie, state back as it left', async () => {
  const transaction = await throughProvider();
  expect(transaction).toMatchObject({
    protocol: 'openid-connect',
    outcome: { kind: 'signed-in' },
    withheld: [],
    answer: { binding: 'address' },
  });
  expect(cookiesOf(transaction)).toEqual(['__Host-id-nonce nonce', '__Host-id-state state', '__Host-id-verifier pkce']);
  expect(transaction.comparisons.map(({ what, equal }) => [what, equal])).toEqual([
    ['state', true],
    ['nonce', null],
    ['pkce', null],
  ]);
  expect(transaction.hops.map(({ part }) => part)).toEqual(
    expect.arrayContaining(['leave', 'credentials', 'consent', 'return', 'landing']),
  );
  expect(transaction.signIn).toMatchObject({ how: 'external', id: 'rotated' });
});

test('the answer by form: signed in, with cookies for every site', async () => {
  expect(await throughProvider('federated-form-post')).toMatchObject({
    outcome: { kind: 'signed-in' },
    withheld: [],
    answer: { binding: 'form' },
  });
});

test('Strict: the cookies of the transaction are withheld at the return, and the shop does not take the answer', async () => {
  const { outcome, withheld } = await throughProvider('federated-strict');
  expect(outcome.kind).toBe('refused-by-application');
  expect([...withheld].sort()).toEqual(['__Host-id-nonce', '__Host-id-state', '__Host-id-verifier']);
});

test('Lax with the answer by form: the same', async () => {
  const { outcome, withheld } = await throughProvider('federated-form-post-lax');
  expect(outcome.kind).toBe('refused-by-application');
  expect(withheld).toHaveLength(3);
});

test('accepted and no session: lost', async () => {
  expect((await throughProvider('federated-lost')).outcome.kind).toBe('lost');
});

test('without PKCE: the requirement is not met', async () => {
  const standing = transactionRequirements(await throughProvider('federated-no-pkce')).find(({ id }) => id === '10.4.6');
  expect(standing?.status).toBe('not-met');
});

/** Switches whose walk no other test begins. */
const WALKED = new Set<VariantId>([...COMMON, ...LINE_FLAWS, ...SESSION_FLAWS, ...TOKENS].map(({ id }) => id));
const rest = (VARIANTS as readonly (Variant & (typeof VARIANTS)[number])[]).filter(
  ({ id, incident }) => incident === undefined && !WALKED.has(id),
);

test.each(rest.map(({ id, way }) => [id, way] as const))('%s: panel and command line conclude the same', async (id, way) => {
  // The walk compares them.
  expect.hasAssertions();
  await shops.walk(way, [id]);
});
