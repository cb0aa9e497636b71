import { useEffect, useId, useState } from 'react';
import type { Imported } from '../../formats/import-file';
import { refusalText } from '../../formats/sentences';
import { digestKey } from '../../platform/digest';
import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { visibleString } from '../shared/parts/visible';
import { showOpened } from '../state/opened';
import { usePanel } from '../state/panel-context';
import { showSheet } from '../state/sheet';
import { CookieImport } from './cookie-import';
import { openedPanel } from './opened-panel';
import { type JobEnd, startJob } from './worker/worker-job';

/** A file is chosen or dropped, and read; a recording then takes the place of the live one. */
export function OpenSheet({ file }: { readonly file: File | null }) {
  const end = useRead(file);
  if (file === null) return <Choose />;
  if (end === null) return <Reading name={file.name} />;
  if (end.kind === 'imported' && end.imported.kind === 'cookies') return <CookieImport name={file.name} read={end.imported} />;
  return <Refused name={file.name} why={whyOf(end)} />;
}

/** Reads a file; a recording is shown at once. Null = it is being read. */
function useRead(file: File | null): JobEnd | null {
  const { copy } = usePanel().actions;
  const [read, setRead] = useState<{ readonly file: File; readonly end: JobEnd } | null>(null);
  useEffect(() => {
    if (file === null) return undefined;
    const key = digestKey();
    return startJob({ kind: 'import', file, key }, (end) => {
      if (end.kind !== 'imported' || end.imported.kind !== 'recording') {
        setRead({ file, end });
        return;
      }
      const opened = openedPanel({ name: file.name, read: end.imported, key, copy });
      showSheet(null);
      showOpened(opened.panel, opened.end);
    });
  }, [file, copy]);
  return read?.file === file ? read.end : null;
}

function Choose() {
  const id = useId();
  return (
    <div className="sheet-body">
      <p>{say('files.open.what')}</p>
      <div className="drop-field">
        <label htmlFor={id}>{say('files.open.choose')}</label>
        <input
          id={id}
          type="file"
          onChange={({ target }) => target.files?.[0] && showSheet({ kind: 'open', file: target.files[0] })}
        />
        <span className="tone-quiet">{say('files.open.drop')}</span>
      </div>
      <p className="tone-quiet">{say('files.open.stays')}</p>
    </div>
  );
}

function Reading({ name }: { readonly name: string }) {
  return (
    <div className="sheet-body">
      <p role="status">{say('files.open.reading', { name: visibleString(name) })}</p>
      <progress aria-label={say('files.open.progress')} />
      <div>
        <Button label={say('files.cancel')} onPress={() => showSheet(null)} />
      </div>
    </div>
  );
}

function Refused({ name, why }: { readonly name: string; readonly why: string }) {
  return (
    <>
      <div className="sheet-body">
        <div className="sheet-note bad" role="alert">
          <b>{say('files.open.refused', { name: visibleString(name) })}</b> {why}
        </div>
      </div>
      <Choose />
    </>
  );
}

function whyOf(end: JobEnd): string {
  if (end.kind === 'failed') return say('files.failed', { words: end.words });
  const refused: Imported | null = end.kind === 'imported' ? end.imported : null;
  return refused?.kind === 'refused' ? refusalText(refused) : '';
}
