import '../../words/all-words';
import { type ReactNode, useEffect, useRef } from 'react';
import { say } from '../../words/catalogue';
import { IconButton } from '../shared/parts/button';
import { Icon, type IconName } from '../shared/parts/icon';
import { type Sheet, showSheet } from '../state/sheet';
import { ExportSheet } from './export-sheet';
import { OpenSheet } from './open-sheet';

/** What is open beside the views. The browser closes it on Escape. */
export function FilesSheet({ sheet }: { readonly sheet: Sheet }) {
  const [title, icon, content] = partsOf(sheet);
  return (
    <SheetFrame title={title} icon={icon}>
      {content}
    </SheetFrame>
  );
}

function partsOf(sheet: Sheet): readonly [title: string, icon: IconName, content: ReactNode] {
  switch (sheet.kind) {
    case 'open':
      return [say('files.open.title'), 'import', <OpenSheet key="open" file={sheet.file} />];
    case 'export':
      return [say(`files.export.${sheet.what}`), 'export', <ExportSheet key={sheet.what} what={sheet.what} />];
    default:
      return sheet satisfies never;
  }
}

function SheetFrame({
  title,
  icon,
  children,
}: {
  readonly title: string;
  readonly icon: IconName;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onCancel={() => showSheet(null)}>
      <header>
        <Icon name={icon} />
        <h2>{title}</h2>
        <span className="spread" />
        <IconButton icon="cross" label={say('files.close')} onPress={() => showSheet(null)} />
      </header>
      {children}
    </dialog>
  );
}
