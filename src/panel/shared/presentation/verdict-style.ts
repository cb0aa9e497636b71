import type { Basis } from '../../../analysis/story/bead';
import type { Edge } from '../parts/chips';
import type { IconName } from '../parts/icon';
import type { ShownVerdict } from './bead-words';

interface Style {
  readonly icon: IconName;
  readonly tone: 'plain' | 'ok' | 'replaced' | 'bad' | 'warn' | 'quiet';
}

/** Picture and tint of a verdict, the same in every view. */
export const VERDICT_STYLE: Readonly<Record<ShownVerdict, Style>> = {
  sent: { icon: 'up', tone: 'plain' },
  withheld: { icon: 'held', tone: 'warn' },
  stored: { icon: 'check', tone: 'ok' },
  replaced: { icon: 'swap', tone: 'replaced' },
  unchanged: { icon: 'same', tone: 'ok' },
  deleted: { icon: 'bin', tone: 'quiet' },
  'deleted-nothing': { icon: 'bin-struck', tone: 'warn' },
  'dead-on-arrival': { icon: 'hourglass', tone: 'warn' },
  rejected: { icon: 'cross', tone: 'bad' },
  expired: { icon: 'clock', tone: 'quiet' },
  evicted: { icon: 'bin', tone: 'warn' },
  unknown: { icon: 'question', tone: 'quiet' },
};

/** Edge and picture of the ground of a statement, the same in every view. */
export const BASIS_STYLE: Readonly<Record<Basis, { readonly icon: IconName; readonly edge: Edge }>> = {
  observed: { icon: 'eye', edge: 'solid' },
  predicted: { icon: 'function', edge: 'dashed' },
  'cannot-tell': { icon: 'question', edge: 'dotted' },
};
