import { COMMON } from './flaws/common';
import { FEDERATED } from './flaws/federated';
import { INCIDENT_FLAWS } from './flaws/incidents';
import { LINE_FLAWS } from './flaws/lines';
import { SAML } from './flaws/saml';
import { SESSION_FLAWS } from './flaws/sessions';
import { TOKENS } from './flaws/tokens';
import type { Variant } from './flaws/variant';

/** Every switch, the common errors first. */
const ALL = [...COMMON, ...SESSION_FLAWS, ...TOKENS, ...LINE_FLAWS, ...FEDERATED, ...SAML, ...INCIDENT_FLAWS] as const;

export type VariantId = (typeof ALL)[number]['id'];

export const VARIANTS: readonly (Variant & { readonly id: VariantId })[] = ALL;

/** Whether a text names a variant. */
export function isVariantId(id: string): id is VariantId {
  return VARIANTS.some((variant) => variant.id === id);
}
