/** A clock and timers that go only when told. */
export interface TestTimer {
  readonly now: number;
  /** Calls when so much time has passed; gives how to call it off. */
  readonly after: (ms: number, then: () => void) => () => void;
  pass(ms: number): void;
}

interface Due {
  readonly at: number;
  readonly then: () => void;
}

export function aTimer(start = 0): TestTimer {
  let now = start;
  const due = new Set<Due>();
  const next = (end: number) =>
    [...due]
      .filter(({ at }) => at <= end)
      .reduce<Due | null>((first, each) => (first && first.at <= each.at ? first : each), null);
  return {
    get now() {
      return now;
    },
    after(ms, then) {
      const timer = { at: now + ms, then };
      due.add(timer);
      return () => due.delete(timer);
    },
    pass(ms) {
      const end = now + ms;
      for (let timer = next(end); timer; timer = next(end)) {
        due.delete(timer);
        now = timer.at;
        timer.then();
      }
      now = end;
    },
  };
}
