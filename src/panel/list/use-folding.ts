import { useCallback, useMemo, useState } from 'react';
import type { Row } from '../../analysis/replay/exchange';
import { useSettings } from '../settings/use-settings';
import { type Folded, folded } from './fold';

export interface FoldedList extends Folded {
  /** Opens or closes a run of third parties, by its id, or a chain, by its request. */
  readonly setOpen: (id: string, kind: 'fold' | 'chain', open: boolean) => void;
}

/** The list's lines with what the reader folded. */
export function useFolding(rows: readonly Row[], chosen: string | null): FoldedList {
  const thirdParties = useSettings((settings) => settings.fold);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  // A new selection makes no new lines where nothing is folded.
  const held = thirdParties || closed.size > 0 ? chosen : null;
  const lines = useMemo(
    () => folded(rows, { thirdParties, opened, closed, chosen: held }),
    [rows, thirdParties, opened, closed, held],
  );
  const setOpen = useCallback((id: string, kind: 'fold' | 'chain', open: boolean) => {
    if (kind === 'fold') setOpened((before) => changed(before, id, open));
    else setClosed((before) => changed(before, id, !open));
  }, []);
  return { ...lines, setOpen };
}

function changed(set: ReadonlySet<string>, id: string, holds: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (holds) next.add(id);
  else next.delete(id);
  return next;
}
