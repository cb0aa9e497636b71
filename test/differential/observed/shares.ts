import type { Row } from '../../../src/analysis/replay/rows/exchange';
import { isFloodName } from './set-lines';

/** How much of what could be said was said: each pair is [left open, of all]. */
export interface Shares {
  /** Cookies of which it is not predicted whether they go. */
  readonly sending: readonly [open: number, all: number];
  /** Lines of which it is not predicted what becomes of them. */
  readonly setting: readonly [open: number, all: number];
  /** Lines of which nothing was observed. */
  readonly observing: readonly [open: number, all: number];
  /** Changes that no recorded response explains and of which nobody is named. */
  readonly origins: readonly [open: number, all: number];
}

export const NO_SHARES: Shares = { sending: [0, 0], setting: [0, 0], observing: [0, 0], origins: [0, 0] };

export function sharesOf(row: Row): Shares {
  // What only fills the jar, and the change of it, says nothing of how much is known of others.
  if (row.kind === 'change' && isFloodName(row.change.cookie.name)) return NO_SHARES;
  if (row.kind === 'change') return { ...NO_SHARES, origins: [row.attribution.kind === 'not-recorded' ? 1 : 0, 1] };
  if (row.kind !== 'exchange') return NO_SHARES;
  const beads = [...row.cookies, ...row.withheld].filter((bead) => !isFloodName('name' in bead ? bead.name : bead.cookie.name));
  const open = (each: { predicted: { outcome: string } }) => each.predicted.outcome === 'cannot-tell';
  return {
    sending: [beads.filter(open).length, beads.length],
    setting: [row.lines.filter(open).length, row.lines.length],
    observing: [row.lines.filter(({ observed }) => observed.outcome === 'not-observed').length, row.lines.length],
    origins: [0, 0],
  };
}

export function sum(a: Shares, b: Shares): Shares {
  const of = (name: keyof Shares) => [a[name][0] + b[name][0], a[name][1] + b[name][1]] as const;
  return { sending: of('sending'), setting: of('setting'), observing: of('observing'), origins: of('origins') };
}

export function shareText(shares: Shares): string {
  const names = {
    sending: 'sending not predicted',
    setting: 'setting not predicted',
    observing: 'lines not observed',
    origins: 'changes of unknown origin',
  };
  return (Object.keys(names) as (keyof Shares)[])
    .map((name) => {
      const [open, all] = shares[name];
      return `${names[name]} ${open} of ${all}${all > 0 ? ` (${((open / all) * 100).toFixed(1)} %)` : ''}`;
    })
    .join(', ');
}
