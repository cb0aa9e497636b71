import type { Basis } from '../../../analysis/story/bead';
import { say } from '../../../words/catalogue';
import { Tag } from '../parts/chips';
import { BASIS_STYLE } from './verdict-style';

/** On every statement: was it seen, computed, or neither. */
export function EvidenceTag({ evidence }: { readonly evidence: Basis }) {
  const { icon, edge } = BASIS_STYLE[evidence];
  return <Tag edge={edge} icon={icon} label={say(`evidence.${evidence}`)} />;
}
