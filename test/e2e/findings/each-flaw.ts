import { beforeAll, expect, test } from 'vitest';
import type { Variant } from '../../../playground/flaws/variant';
import type { VariantId } from '../../../playground/variants';
import type { RuleId } from '../../../src/analysis/rules/registry';
import { FlawedShops } from './flawed-shop';

/** What a fault brings about besides, for it is a fault of more than one kind. */
const BESIDE: Partial<Readonly<Record<VariantId, readonly RuleId[]>>> = {
  'broad-domain': ['subdomain-surface'],
  'attribute-misspelt': ['same-site-missing'],
  'browsers-disagree': ['nameless', 'value-unencoded'],
  'jwt-long-lived': ['lifetime-too-long', 'jwt-outlives-sign-out'],
  'clock-skew': ['lifetime-capped'],
  fixation: ['csrf-token-kept'],
  'csrf-token-absent': ['sign-in-form-open'],
};

/** On localhost over http a missing Secure cannot be judged: it is named, and counts for nothing. */
const CANNOT_TELL: ReadonlySet<VariantId> = new Set<VariantId>(['no-secure']);

/** Switches on one flaw after another and asks for its finding and no other. */
export function eachFlaw(variants: readonly (Variant & { readonly id: VariantId })[]): void {
  let shops: FlawedShops;
  beforeAll(async () => {
    shops = await FlawedShops.open();
  });

  test.each(variants.map((variant) => [variant.id, variant] as const))(
    '%s brings about its finding and no other',
    async (_, { id, way, finding }) => {
      const { audit } = await shops.walk(way, [id]);
      const own = audit.findings.filter(({ party }) => party === 'own').map(({ rule }) => rule);
      const beside: readonly string[] = BESIDE[id] ?? [];
      const reported = CANNOT_TELL.has(id) ? audit.inconclusive.map(({ rule }) => rule) : own;
      expect(reported).toContain(finding);
      expect(own.filter((rule) => rule !== finding && !beside.includes(rule))).toEqual([]);
    },
  );
}
