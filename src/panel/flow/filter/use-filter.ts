import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { usePanel } from '../../state/panel-context';
import { useWhatIfRows } from '../../state/what-if-rows';
import { type Filter, readFilter } from './filter';
import { type IncidentRows, NO_INCIDENTS, NO_ROLES, type Roles } from './filter-key';
import { asksIncident } from './incident-key';
import { asksRole } from './role-key';

interface ReadFilters {
  /** As it is typed, perhaps with faults. */
  readonly current: Filter;
  /** The last one that could be read: its result stays while one types. */
  readonly good: Filter;
  /** It asks what the analysis says, and there is none yet. */
  readonly isWaiting: boolean;
}

/** The filter of a text. One that asks what cookies are for is read anew whenever that is concluded again. */
export function useFilter(text: string): ReadFilters {
  const asks = asksRole(text);
  const roles = useRoles(asks);
  const incidents = useIncidentRows(asksIncident(text));
  const isPending = useIsPending();
  const whatIf = useWhatIfRows(({ rows }) => rows);
  const current = useMemo(() => readFilter(text, { roles, incidents, whatIf }), [text, roles, incidents, whatIf]);
  // A ref, not a state: the view would be rendered twice, and the rows asked twice, for each key.
  const lastGood = useRef(current);
  const good = current.faults.length === 0 ? current : lastGood.current;
  useLayoutEffect(() => {
    lastGood.current = good;
  }, [good]);
  return { current, good, isWaiting: (asks || asksIncident(text)) && isPending };
}

function useRoles(wanted: boolean): Roles {
  const { analysis } = usePanel();
  useEffect(() => (wanted ? analysis.retain() : undefined), [analysis, wanted]);
  return useSyncExternalStore(analysis.subscribe, () => (wanted ? (analysis.result?.sessions.roles ?? NO_ROLES) : NO_ROLES));
}

function useIncidentRows(wanted: boolean): IncidentRows {
  const { analysis } = usePanel();
  useEffect(() => (wanted ? analysis.retain() : undefined), [analysis, wanted]);
  return useSyncExternalStore(analysis.subscribe, () =>
    wanted ? (analysis.result?.incidents.byRow ?? NO_INCIDENTS) : NO_INCIDENTS,
  );
}

/** Whether the recording was not analyzed so far. */
function useIsPending(): boolean {
  const { analysis } = usePanel();
  return useSyncExternalStore(analysis.subscribe, () => analysis.state.kind === 'pending');
}
