import './all-words';
import type { Evidence, EvidenceKind } from '../analysis/session/shared/evidence';
import { type CountedKey, isWord, say, sayCount } from './catalogue';

/** One reason for a conclusion about a session, as a sentence with the right plural. */
export function evidenceText({ kind, slots }: Pick<Evidence, 'kind' | 'slots'>): string {
  const stem = `session.evidence.${kind}` as const;
  return isCounted(stem) ? sayCount(stem, Number(slots.count ?? slots.days), slots) : say(stem, slots);
}

const isCounted = (stem: string): stem is CountedKey & `session.evidence.${EvidenceKind}` => isWord(`${stem}.other`);
