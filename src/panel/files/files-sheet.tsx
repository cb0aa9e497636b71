import '../../words/all-words';
import type { ReactNode } from 'react';
import { say } from '../../words/catalogue';
import type { IconName } from '../shared/parts/icon';
import type { Sheet } from '../state/sheet';
import { ExportSheet } from './export-sheet';
import { OpenSheet } from './open-sheet';
import { SheetFrame } from './sheet-frame';

type FileSheet = Extract<Sheet, { readonly kind: 'open' | 'export' }>;

/** A file to be opened, or an export. */
export function FilesSheet({ sheet }: { readonly sheet: FileSheet }) {
  const [title, icon, content] = partsOf(sheet);
  return (
    <SheetFrame title={title} icon={icon}>
      {content}
    </SheetFrame>
  );
}

function partsOf(sheet: FileSheet): readonly [title: string, icon: IconName, content: ReactNode] {
  switch (sheet.kind) {
    case 'open':
      return [say('files.open.title'), 'import', <OpenSheet key="open" file={sheet.file} />];
    case 'export':
      return [say(`files.export.${sheet.what}`), 'export', <ExportSheet key={sheet.what} what={sheet.what} />];
    default:
      return sheet satisfies never;
  }
}
