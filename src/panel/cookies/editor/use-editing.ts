import { useState } from 'react';
import type { JarCookie } from '../../../analysis/facts/fact';
import { asJarCookie } from '../../../analysis/facts/jar-cookie';
import { identityKey, isSameCookie } from '../../../analysis/replay/jar-history/cookie-keys';
import type { Recording } from '../../recording/recording';
import { useEdits } from '../../state/edits';
import { usePanel } from '../../state/panel-context';
import { type CookieDraft, draftOf, onCurrent } from './cookie-draft';

/** What the form holds. */
interface Open {
  /** null = a new cookie. */
  readonly before: JarCookie | null;
  readonly draft: CookieDraft;
}

interface Editing {
  /** null = no form is open. */
  readonly open: Open | null;
  /** Whether the site has changed the cookie since the form opened. */
  readonly isOutdated: boolean;
  readonly begin: (open: Open) => void;
  readonly of: (cookie: JarCookie, what: 'edit' | 'duplicate') => void;
  readonly save: (after: JarCookie) => void;
  readonly remove: (cookies: readonly JarCookie[]) => void;
  readonly cancel: () => void;
}

/** The form of the Cookies view, and what it does to the browser's cookies. */
export function useEditing(): Editing {
  const { recording, actions } = usePanel();
  const { write } = actions;
  const apply = useEdits((edits) => edits.apply);
  const [open, setOpen] = useState<Open | null>(null);
  const before = open?.before ?? null;
  const now = before === null ? null : currentOf(before, recording);
  return {
    open,
    isOutdated: before !== null && now !== null && !isSameCookie(before, now),
    begin: setOpen,
    of: (cookie, what) => setOpen({ before: what === 'edit' ? cookie : null, draft: draftOf(cookie) }),
    save: (edited) => {
      setOpen(null);
      const after = before === null || now === null ? edited : onCurrent(edited, before, now);
      const there = recording.recorded.replay.jar.find(after);
      const isOther = there !== null && (before === null || identityKey(before) !== identityKey(after));
      void apply([{ before: now, after, ...(isOther && { replaced: asJarCookie(there) }) }], write);
    },
    remove: (cookies) =>
      void apply(
        cookies.map((cookie) => ({ before: currentOf(cookie, recording), after: null })),
        write,
      ),
    cancel: () => setOpen(null),
  };
}

/** As the jar has it now: what the table shows of it may be some moments old, and undoing shall not bring that back. */
function currentOf(cookie: JarCookie, { recorded }: Recording): JarCookie {
  const found = recorded.replay.jar.find(cookie);
  return found ? asJarCookie(found) : cookie;
}
