import { useEffect, useReducer } from 'react';
import { afterInput } from '../../../platform/timer';
import type { Recorded, Recording } from '../../recording/recording';
import { usePanel } from '../../state/panel-context';
import type { Filter } from '../filter/filter';
import { type ListedRows, Lister } from './listed';

/** Milliseconds of filtering in one turn, so that neither a key nor a frame waits. */
const SLICE = 10;

/** What is known of its rows stays while another view is shown. */
const listers = new WeakMap<Recording, Lister>();

function listerOf(recording: Recording): Lister {
  const known = listers.get(recording) ?? new Lister();
  listers.set(recording, known);
  return known;
}

function slice(): () => boolean {
  const end = performance.now() + SLICE;
  return () => performance.now() < end;
}

/**
 * The list of a recording by a filter. Of a long one, the rows of the filter before stay until all rows have been asked, in
 * slices between which input and painting have their turn.
 */
export function useListed(recorded: Recorded, filter: Filter, preserve: boolean): ListedRows {
  const lister = listerOf(usePanel().recording);
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const listed = lister.list(recorded, filter, { preserve, hasTime: slice() });
  useEffect(() => {
    if (!listed.isBehind) return undefined;
    let cancel = () => {};
    const work = () => {
      if (lister.work(slice())) renderAgain();
      else cancel = afterInput(work);
    };
    cancel = afterInput(work);
    return () => cancel();
  }, [listed, lister]);
  return listed;
}
