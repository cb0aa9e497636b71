import { say } from '../../words/catalogue';
import { showOpened } from '../state/opened';
import type { Panel } from '../state/panel-context';
import { showSheet } from '../state/sheet';
import { CookieImport } from './cookie-import';
import { FileField, ReadingFile, RefusedFile, useFileRead, whyNotRead } from './read-file';

/** A file is chosen or dropped, and read; a recording then takes the place of the live one. */
export function OpenSheet({ file }: { readonly file: File | null }) {
  const read = useFileRead(file, showInViews);
  if (file !== null && read?.kind === 'reading') return <ReadingFile name={file.name} progress={read.progress} />;
  if (file !== null && read?.kind === 'imported' && read.imported.kind === 'cookies')
    return <CookieImport name={file.name} read={read.imported} />;
  return (
    <div className="sheet-body">
      {file !== null && read !== null && <RefusedFile name={file.name} why={whyNotRead(read)} />}
      <p>{say('files.open.what')}</p>
      <FileField onChoose={(chosen) => showSheet({ kind: 'open', file: chosen })} />
    </div>
  );
}

function showInViews(panel: Panel): void {
  showSheet(null);
  showOpened(panel);
}
