import { useEffect, useRef, useState } from 'react';
import type { Incident } from '../../analysis/incidents/incidents';
import { useIncidentChoices } from '../state/incident-choices';
import { IncidentCard } from './incident-card';

/** Incidents as a list; the one that a link leads to is open, else the first. */
export function IncidentCards({ all }: { readonly all: readonly Incident[] }) {
  const target = useIncidentChoices((choices) => choices.target);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  const opened = all.some(({ id }) => id === target?.id) ? target?.id : all[0]?.id;
  const isOpen = (id: string): boolean => (id === opened) !== toggled.has(id);
  const toggle = (id: string) => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  useEffect(() => {
    if (target === null) return;
    const at = [...(list.current?.children ?? [])].find((each) => (each as HTMLElement).dataset.incidentId === target.id);
    const part = at?.querySelector<HTMLElement>(target.part === 'fix' ? '[data-part="fix"]' : '.incident-head');
    part?.focus();
    part?.scrollIntoView({ block: 'nearest' });
  }, [target]);
  return (
    <ul ref={list}>
      {all.map((incident) => (
        <IncidentCard key={incident.id} incident={incident} open={isOpen(incident.id)} onToggle={() => toggle(incident.id)} />
      ))}
    </ul>
  );
}
