import type { End } from '../../src/protocol/reconnecting-port';

/** An end of a connection whose other end is the test. */
export interface TestEnd extends End {
  readonly sent: readonly unknown[];
  /** Something comes from the other end. */
  hear(message: unknown): void;
  /** The other end is gone. */
  drop(): void;
}

export function anEnd(): TestEnd {
  const sent: unknown[] = [];
  const takers: ((message: unknown) => void)[] = [];
  const gone: (() => void)[] = [];
  return {
    sent,
    send: (message) => sent.push(structuredClone(message)),
    onMessage: (take) => takers.push(take),
    onGone: (then) => gone.push(then),
    close: () => {},
    hear: (message) => {
      for (const take of takers) take(message);
    },
    drop: () => {
      for (const then of gone) then();
    },
  };
}

interface Half extends End {
  readonly name: string;
}

/** Two ends joined in memory: what one sends, the other hears, as a copy, in a later turn; when one closes, the other is told. */
export function joinedEnds(name: string): readonly [Half, Half, cut: () => void] {
  const takers: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const gone: [(() => void)[], (() => void)[]] = [[], []];
  let open = true;
  const cut = (...sides: readonly (0 | 1)[]) => {
    if (!open) return;
    open = false;
    for (const side of sides) for (const then of gone[side]) then();
  };
  const half = (own: 0 | 1, other: 0 | 1): Half => ({
    name,
    send(message) {
      const copy = JSON.parse(JSON.stringify(message));
      queueMicrotask(() => {
        if (open) for (const take of takers[other]) take(copy);
      });
    },
    onMessage: (take) => takers[own].push(take),
    onGone: (then) => gone[own].push(then),
    close: () => cut(other),
  });
  return [half(0, 1), half(1, 0), () => cut(0, 1)];
}
