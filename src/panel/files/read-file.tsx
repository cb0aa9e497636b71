import { useEffect, useId, useState } from 'react';
import type { Imported } from '../../formats/import-file';
import type { ReadProgress } from '../../formats/reading/read-progress';
import { refusalText } from '../../formats/sentences';
import { digestKey } from '../../platform/digest';
import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { visibleString } from '../shared/parts/visible';
import { type Panel, usePanel } from '../state/panel-context';
import { showSheet } from '../state/sheet';
import { openedPanel } from './opened-panel';
import { progressShare, progressText } from './progress-words';
import { type JobEnd, startJob } from './worker/worker-job';

/** How a file is read, or how that ended. */
export type FileRead = JobEnd | { readonly kind: 'reading'; readonly progress: ReadProgress | null };

/**
 * Reads a file, away from the panel's thread; reading ends with the component.
 * @param onRecording takes the panel on a recording; the same function each time
 * @returns null = there is no file
 */
export function useFileRead(file: File | null, onRecording: (panel: Panel) => void): FileRead | null {
  const { copy } = usePanel().actions;
  const [last, setLast] = useState<{ readonly file: File; readonly read: FileRead } | null>(null);
  useEffect(() => {
    if (file === null) return undefined;
    const key = digestKey();
    return startJob(
      { kind: 'import', file, key },
      (end) => {
        if (end.kind === 'imported' && end.imported.kind === 'recording')
          onRecording(openedPanel({ name: file.name, read: end.imported, key, copy }));
        else setLast({ file, read: end });
      },
      (progress) => setLast({ file, read: { kind: 'reading', progress } }),
    );
  }, [file, copy, onRecording]);
  if (file === null) return null;
  return last?.file === file ? last.read : { kind: 'reading', progress: null };
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

interface ReadingFileProps {
  readonly name: string;
  /** null = it has just begun. */
  readonly progress: ReadProgress | null;
}

/** How far a file is read. */
export function ReadingFile({ name, progress }: ReadingFileProps) {
  return (
    <div className="sheet-body">
      <p role="status">{say('files.open.reading', { name: visibleString(name) })}</p>
      <progress aria-label={say('files.open.progress')} value={progressShare(progress)} />
      <p className="tone-quiet" data-testid="file-progress">
        {progressText(progress)}
      </p>
      <p className="tone-quiet">{say('files.open.meanwhile')}</p>
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
export function whyNotRead(end: FileRead): string {
  if (end.kind === 'failed') return say('files.failed', { words: end.words });
  const refused: Imported | null = end.kind === 'imported' ? end.imported : null;
  return refused?.kind === 'refused' ? refusalText(refused) : '';
}
