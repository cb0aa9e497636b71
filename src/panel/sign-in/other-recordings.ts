import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { storiesOf } from '../../analysis/story/moments';
import { say } from '../../words/catalogue';
import { visibleString } from '../shared/parts/visible';
import { storeWords } from '../shared/presentation/store-words';
import { useOpened } from '../state/opened';
import { type Panel, storeOf, usePanel } from '../state/panel-context';
import { type SessionEntry, sessionEntries } from './session-entries';

/** A recording that is held beside the one shown, with its sessions. */
export interface OtherRecording {
  /** Begins the keys of its sessions where they stand beside this recording's. */
  readonly key: string;
  readonly name: string;
  readonly panel: Panel;
  readonly entries: readonly SessionEntry[];
}

/** The other recording of a comparison, once it was analyzed. Another cookie store is only in another recording. */
export function useOtherRecordings(): readonly OtherRecording[] {
  const shown = usePanel();
  const compared = useOpened((opened) => opened.compared);
  const panels = useMemo(
    () => (compared === null ? [] : [compared.a, compared.b].filter((panel) => panel !== shown)),
    [compared, shown],
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = panels.map(({ analysis }) => analysis.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [panels],
  );
  const version = useSyncExternalStore(subscribe, () => panels.map(({ analysis }) => analysis.result?.version ?? '').join());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the results are new with each version.
  return useMemo(() => panels.map(otherRecording), [panels, version]);
}

function otherRecording(panel: Panel, place: number): OtherRecording {
  const { recording, analysis, source } = panel;
  const { result } = analysis;
  const stories = result === null ? [] : storiesOf(result.sessions, recording.recorded.rows);
  const name = source.kind === 'file' ? visibleString(source.name) : say('signin.recording.live');
  const store = storeWords(storeOf(recording));
  return {
    key: `${place}:`,
    name: store === null ? name : say('signin.recording', { name, store }),
    panel,
    entries: sessionEntries(stories, result?.sessions.sites ?? []),
  };
}
