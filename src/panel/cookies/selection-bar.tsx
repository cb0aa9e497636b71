import { siteDomain } from '../../analysis/engine/site/registrable';
import { say, sayCount } from '../../words/catalogue';
import { Button, IconButton } from '../shared/parts/button';
import { showSheet } from '../state/sheet';
import { useTable } from '../state/table-choices';
import type { CookieRow } from './cookie-row';

interface SelectionBarProps {
  /** The cookies that are selected together. */
  readonly rows: readonly CookieRow[];
  /** null = nothing can be written. */
  readonly onDelete: (() => void) | null;
  readonly onProtect: () => void;
}

/** How many cookies are selected, of which sites, and what can be done to them together. */
export function SelectionBar({ rows, onDelete, onProtect }: SelectionBarProps) {
  const set = useTable((table) => table.set);
  if (rows.length === 0) return null;
  return (
    <div className="edit-note" role="status" data-testid="selection">
      <b>{sayCount('editor.selected', rows.length)}</b>
      <span className="tone-quiet ellipsis">
        {[...countedBy(rows)].map(([site, count]) => say('editor.selected-of', { site, count })).join(' · ')}
      </span>
      {onDelete && <Button icon="bin" label={sayCount('editor.delete-selected', rows.length)} onPress={onDelete} />}
      {onDelete && <Button icon="shield" label={say('editor.protect')} title={say('editor.protect.title')} onPress={onProtect} />}
      <Button
        icon="export"
        label={say('editor.export-selected')}
        onPress={() => showSheet({ kind: 'export', what: 'cookies' })}
      />
      <span className="spread" />
      <IconButton icon="cross" label={say('editor.clear-selection')} onPress={() => set({ picked: new Set() })} />
    </div>
  );
}

function countedBy(rows: readonly CookieRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { domain } of rows) counts.set(siteDomain(domain), (counts.get(siteDomain(domain)) ?? 0) + 1);
  return counts;
}
