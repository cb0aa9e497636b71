import { COMMON } from './flaws/common';
import { LINES } from './flaws/lines';
import { SESSIONS } from './flaws/sessions';
import { TOKENS } from './flaws/tokens';
import type { Variant } from './flaws/variant';

/** Every switch, the common errors first. */
const ALL = [...COMMON, ...SESSIONS, ...TOKENS, ...LINES] as const;

export type VariantId = (typeof ALL)[number]['id'];

export const VARIANTS: readonly (Variant & { readonly id: VariantId })[] = ALL;

/** Whether a text names a variant. */
export function isVariantId(id: string): id is VariantId {
  return VARIANTS.some((variant) => variant.id === id);
}
