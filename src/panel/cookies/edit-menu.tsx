import { useState } from 'react';
import type { JarCookie } from '../../analysis/facts/fact';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import { Button } from '../shared/parts/button';
import { Popover } from '../shared/parts/popover';
import { visibleString } from '../shared/parts/visible';
import { showSheet } from '../state/sheet';
import { asCookie, type CookieRow } from './cookie-row';
import { type Deletion, deletionsOf } from './deletions';

interface EditMenuProps {
  /** The cookies of the jar that the table shows. */
  readonly shown: readonly JarCookie[];
  /** All of the table. */
  readonly rows: readonly CookieRow[];
  /** The site in view; null = none. */
  readonly site: string | null;
  readonly onAdd: () => void;
  readonly onDelete: (cookies: readonly JarCookie[]) => void;
}

/** More than so many cookies of a site are deleted on a second press only. */
const MANY = 50;

/** What can be done to the jar as a whole: a cookie added; those of a role, of the site, or that the filter leaves deleted. */
export function EditMenu({ shown, rows, site, ...actions }: EditMenuProps) {
  const onAdd = () => closing(actions.onAdd);
  const onDelete: EditMenuProps['onDelete'] = (cookies) => closing(() => actions.onDelete(cookies));
  return (
    <Popover label={say('editor.menu')} icon="edit" lazy>
      <div className="menu">
        <Button label={say('editor.add')} icon="plus" onPress={onAdd} />
        {site !== null && (
          <Button label={say('editor.sets')} icon="user" onPress={() => closing(() => showSheet({ kind: 'sets', site }))} />
        )}
        <hr />
        <b>{say('editor.delete')}</b>
        <Button
          label={sayCount('editor.delete-shown', shown.length)}
          icon="bin"
          disabled={shown.length === 0}
          onPress={() => onDelete(shown)}
        />
        <Deletions all={deletionsOf(rows, site)} onDelete={onDelete} />
      </div>
    </Popover>
  );
}

/** The menu would cover what was done. */
function closing(act: () => void): void {
  document.querySelector<HTMLElement>(':popover-open')?.hidePopover();
  act();
}

function Deletions({ all, onDelete }: { readonly all: readonly Deletion[]; readonly onDelete: EditMenuProps['onDelete'] }) {
  const [asked, setAsked] = useState(false);
  const press = (deletion: Deletion) => {
    if (deletion.kind === 'site' && deletion.rows.length > MANY && !asked) setAsked(true);
    else onDelete(deletion.rows.map(asCookie));
  };
  return (
    <>
      {all.map((deletion) => (
        <Button
          key={deletion.kind === 'role' ? deletion.role : deletion.kind}
          icon="bin"
          label={deletionText(deletion, asked)}
          title={listText(deletion.rows.map(({ name }) => visibleString(name)))}
          onPress={() => press(deletion)}
        />
      ))}
    </>
  );
}

function deletionText(deletion: Deletion, isAsked: boolean): string {
  const count = deletion.rows.length;
  switch (deletion.kind) {
    case 'credentials':
      return say('editor.delete.credentials', { count });
    case 'role':
      return say('editor.delete.role', { role: say(`role.${deletion.role}`), count });
    case 'all-but-consent':
      return say('editor.delete.all-but-consent', { site: deletion.site, count });
    case 'site':
      return say(isAsked ? 'editor.delete.site-sure' : 'editor.delete.site', { site: deletion.site, count });
    default:
      return deletion satisfies never;
  }
}
