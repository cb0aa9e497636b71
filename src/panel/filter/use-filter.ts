import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { usePanel } from '../panel-context';
import { type Filter, readFilter } from './filter';
import { asksRole, NO_ROLES, type Roles } from './role-key';

interface ReadFilters {
  /** As it is typed, perhaps with faults. */
  readonly current: Filter;
  /** The last one that could be read: its result stays while one types. */
  readonly good: Filter;
}

/** The filter of a text. One that asks what cookies are for is read anew whenever that is concluded again. */
export function useFilter(text: string): ReadFilters {
  const roles = useRoles(asksRole(text));
  const current = useMemo(() => readFilter(text, roles), [text, roles]);
  const good = useRef(current);
  if (current.faults.length === 0) good.current = current;
  return { current, good: good.current };
}

function useRoles(wanted: boolean): Roles {
  const { concluder } = usePanel();
  useEffect(() => (wanted ? concluder.want() : undefined), [concluder, wanted]);
  return useSyncExternalStore(concluder.subscribe, () => (wanted ? (concluder.current?.sessions.roles ?? NO_ROLES) : NO_ROLES));
}
