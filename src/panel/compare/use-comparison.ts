import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type Compared, type Comparison, compare } from '../../analysis/compare/compare';
import { asJarCookie } from '../../analysis/facts/jar-cookie';
import type { ComparedPanels } from '../state/opened';
import type { Panel } from '../state/panel-context';

export interface HeldComparison {
  /** As the two were when they were compared; null = they are being read. */
  readonly comparison: Comparison | null;
  /** Whether one of them has gone on since. */
  readonly isOutdated: boolean;
  readonly again: () => void;
}

interface Made {
  readonly comparison: Comparison;
  readonly versions: string;
}

/** Two recordings compared as soon as both are replayed and analyzed. It stays as it is, for a list must not move under the reader. */
export function useComparison(panels: ComparedPanels): HeldComparison {
  const [made, setMade] = useState<Made | null>(null);
  const [turn, setTurn] = useState(0);
  const { a, b } = panels;
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [a, b].flatMap(({ recording, analysis }) => [recording.subscribe(listener), analysis.subscribe(listener)]);
      return () => {
        for (const end of ends) end();
      };
    },
    [a, b],
  );
  const versions = useSyncExternalStore(subscribe, () => versionsOf(a, b));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn compares again.
  useEffect(() => {
    const ends = [a.analysis.retain(), b.analysis.retain()];
    let isMade = false;
    const make = () => {
      if (isMade || !isReady(a) || !isReady(b)) return;
      isMade = true;
      setMade({ comparison: compare(comparedOf(a), comparedOf(b)), versions: versionsOf(a, b) });
    };
    make();
    const unsubscribe = subscribe(make);
    return () => {
      unsubscribe();
      for (const end of ends) end();
    };
  }, [a, b, subscribe, turn]);
  return {
    comparison: made?.comparison ?? null,
    isOutdated: made !== null && made.versions !== versions,
    again: () => setTurn(turn + 1),
  };
}

/** A recording whose analysis failed is compared without it. */
const isReady = ({ recording, analysis }: Panel): boolean =>
  !recording.isBehind && analysis.state.kind !== 'pending' && (analysis.isCurrent || analysis.state.kind === 'failed');

const versionsOf = (a: Panel, b: Panel): string =>
  [a, b].map(({ recording: { recorded } }) => `${recorded.rows.length}/${recorded.from}`).join(' ');

/** What is shown of a recording; rows that were cleared away are not. */
function comparedOf({ recording, analysis: { result } }: Panel): Compared {
  const { rows, from, replay } = recording.recorded;
  return {
    rows: rows.slice(from),
    jar: [...replay.jar.all()].map(asJarCookie),
    findings: result?.audit.findings ?? [],
    incidents: result?.incidents.all ?? [],
  };
}
