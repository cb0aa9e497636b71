import { useCallback, useMemo, useState } from 'react';
import { useSettings } from '../../state/use-settings';
import { type CollapsedLines, collapse } from './collapse';
import type { ListedRows } from './listed';

export interface CollapsibleList {
  /** A new object whenever the lines are others. */
  readonly collapsed: CollapsedLines;
  /** Opens or closes a run of third parties, by its id, or a chain, by its request. */
  readonly setOpen: (id: string, kind: 'group' | 'chain', open: boolean) => void;
}

/** The lines of the list, without the groups and chains that the reader has collapsed. */
export function useCollapse(listed: Pick<ListedRows, 'shown'>, chosen: string | null): CollapsibleList {
  const thirdParties = useSettings((settings) => settings.collapse);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  // A new selection makes no new lines where nothing is collapsed.
  const held = thirdParties || closed.size > 0 ? chosen : null;
  const collapsed = useMemo(
    () => collapse(listed.shown, { thirdParties, opened, closed, chosen: held }),
    [listed, thirdParties, opened, closed, held],
  );
  const setOpen = useCallback((id: string, kind: 'group' | 'chain', open: boolean) => {
    if (kind === 'group') setOpened((before) => changed(before, id, open));
    else setClosed((before) => changed(before, id, !open));
  }, []);
  return { collapsed, setOpen };
}

function changed(set: ReadonlySet<string>, id: string, holds: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (holds) next.add(id);
  else next.delete(id);
  return next;
}
