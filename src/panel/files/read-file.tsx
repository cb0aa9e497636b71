import { useEffect, useId, useState } from 'react';
import type { Imported } from '../../formats/import-file';
import { refusalText } from '../../formats/sentences';
import { digestKey } from '../../platform/digest';
import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { visibleString } from '../shared/parts/visible';
import { type Panel, usePanel } from '../state/panel-context';
import { showSheet } from '../state/sheet';
import { openedPanel } from './opened-panel';
import { type JobEnd, startJob } from './worker/worker-job';

/**
 * Reads a file, away from the panel's thread; reading ends with the component.
 * @param onRecording takes the panel on a recording; the same function each time
 * @returns how anything else ended; null = it is being read
 */
export function useFileRead(file: File | null, onRecording: (panel: Panel) => void): JobEnd | null {
  const { copy } = usePanel().actions;
  const [read, setRead] = useState<{ readonly file: File; readonly end: JobEnd } | null>(null);
  useEffect(() => {
    if (file === null) return undefined;
    const key = digestKey();
    return startJob({ kind: 'import', file, key }, (end) => {
      if (end.kind === 'imported' && end.imported.kind === 'recording')
        onRecording(openedPanel({ name: file.name, read: end.imported, key, copy }));
      else setRead({ file, end });
    });
  }, [file, copy, onRecording]);
  return read?.file === file ? read.end : null;
}

/** A field for a file. */
export function FileField({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const id = useId();
  return (
    <>
      <div className="drop-field">
        <label htmlFor={id}>{say('files.open.choose')}</label>
        <input id={id} type="file" onChange={({ target }) => target.files?.[0] && onChoose(target.files[0])} />
        <span className="tone-quiet">{say('files.open.drop')}</span>
      </div>
      <p className="tone-quiet">{say('files.open.stays')}</p>
    </>
  );
}

export function ReadingFile({ name }: { readonly name: string }) {
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

export function RefusedFile({ name, why }: { readonly name: string; readonly why: string }) {
  return (
    <div className="sheet-note bad" role="alert">
      <b>{say('files.open.refused', { name: visibleString(name) })}</b> {why}
    </div>
  );
}

/** Why a file could not be read. */
export function whyNotRead(end: JobEnd): string {
  if (end.kind === 'failed') return say('files.failed', { words: end.words });
  const refused: Imported | null = end.kind === 'imported' ? end.imported : null;
  return refused?.kind === 'refused' ? refusalText(refused) : '';
}
