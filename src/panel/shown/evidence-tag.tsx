import type { Evidence } from '../../analysis/story/bead';
import { say } from '../../words/catalogue';
import { Tag } from '../parts/chips';
import { EVIDENCE_LOOK } from './look';

/** On every statement: was it seen, computed, or neither. */
export function EvidenceTag({ evidence }: { readonly evidence: Evidence }) {
  const { icon, edge } = EVIDENCE_LOOK[evidence];
  return <Tag edge={edge} icon={icon} label={say(`evidence.${evidence}`)} />;
}
