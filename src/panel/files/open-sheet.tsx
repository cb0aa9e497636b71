import { say } from '../../words/catalogue';
import { showOpened } from '../state/opened';
import type { Panel } from '../state/panel-context';
import { showSheet } from '../state/sheet';
import { CookieImport } from './cookie-import';
import { FileField, ReadingFile, RefusedFile, useFileRead, whyNotRead } from './read-file';

/** A file is chosen or dropped, and read; a recording then takes the place of the live one. */
export function OpenSheet({ file }: { readonly file: File | null }) {
  const end = useFileRead(file, showInViews);
  if (file !== null && end === null) return <ReadingFile name={file.name} />;
  if (file !== null && end?.kind === 'imported' && end.imported.kind === 'cookies')
    return <CookieImport name={file.name} read={end.imported} />;
  return (
    <div className="sheet-body">
      {file !== null && end !== null && <RefusedFile name={file.name} why={whyNotRead(end)} />}
      <p>{say('files.open.what')}</p>
      <FileField onChoose={(chosen) => showSheet({ kind: 'open', file: chosen })} />
    </div>
  );
}

function showInViews(panel: Panel): void {
  showSheet(null);
  showOpened(panel);
}
