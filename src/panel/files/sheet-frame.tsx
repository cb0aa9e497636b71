import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { say } from '../../words/catalogue';
import { IconButton } from '../shared/parts/button';
import { Icon, type IconName } from '../shared/parts/icon';
import { showSheet } from '../state/sheet';

interface SheetFrameProps {
  readonly title: string;
  readonly icon: IconName;
  /** It takes more than half of the panel. */
  readonly wide?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDialogElement>) => void;
  readonly children: ReactNode;
}

/** What is open beside the views, with its title. Escape closes it. */
export function SheetFrame({ title, icon, wide = false, onKeyDown, children }: SheetFrameProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'sheet wide' : 'sheet'}
      aria-label={title}
      onKeyDown={onKeyDown}
      // One that is closed because another takes its place, or was opened again, is told of late.
      onClose={({ currentTarget }) => currentTarget.isConnected && !currentTarget.open && showSheet(null)}
    >
      <header>
        <Icon name={icon} />
        <h2>{title}</h2>
        <span className="spread" />
        <IconButton icon="cross" label={say('shell.close')} onPress={() => showSheet(null)} />
      </header>
      {children}
    </dialog>
  );
}
