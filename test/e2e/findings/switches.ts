import { inject } from 'vitest';
import type { Variant } from '../../../playground/flaws/variant';
import { VARIANTS } from '../../../playground/variants';
import type { Incident } from '../../../src/analysis/incidents/incidents';
import { plain } from '../../../src/analysis/rules/engine/sentence';

/** Firefox did not fetch ahead what the page asked it to (seen in 153, without a window). */
const NOT_HERE: string | null = inject('browser') === 'firefox' ? 'sign-out-prefetched' : null;

/** The switches of the playground that bring about an incident in this browser. */
export const switches = (VARIANTS as readonly (Variant & (typeof VARIANTS)[number])[]).filter(
  ({ id, incident, only }) => incident !== undefined && id !== NOT_HERE && (only === undefined || only === inject('browser')),
);

export const headed = ({ kind, heading }: Incident): string => `${kind}: ${plain(heading)}`;
