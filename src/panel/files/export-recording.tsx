import { type ReactNode, useEffect, useState } from 'react';
import { RECORDING_FORMATS, type RecordingFormatId, recordingLosses } from '../../formats/export-recording';
import type { IgnoredFinding } from '../../formats/recording/own-recording';
import { recordingLossText } from '../../formats/sentences';
import { digestKey } from '../../platform/digest';
import { say } from '../../words/catalogue';
import { reasonsFor, useIgnored } from '../state/ignored-findings';
import { type Panel, usePanel } from '../state/panel-context';
import { useLastResult } from '../state/use-analysis';
import { FileParts, type ReadyFile, SaveButtons } from './export-parts';
import { type JobEnd, startJob } from './worker/worker-job';

interface ExportRecordingProps {
  readonly hasValues: boolean;
  readonly values: ReactNode;
}

const FILES: Readonly<Record<RecordingFormatId, { readonly ending: string; readonly mediaType: string }>> = {
  recording: { ending: 'cookie-flow.json', mediaType: 'application/json' },
  har: { ending: 'har', mediaType: 'application/json' },
  markdown: { ending: 'md', mediaType: 'text/markdown' },
  report: { ending: 'zip', mediaType: 'application/zip' },
  svg: { ending: 'svg', mediaType: 'image/svg+xml' },
  mermaid: { ending: 'mmd', mediaType: 'text/plain' },
};

/** What was recorded so far, for a colleague, another tool or a report. */
export function ExportRecording({ hasValues, values }: ExportRecordingProps) {
  const [format, setFormat] = useState<RecordingFormatId>('recording');
  const site = useLastResult()?.site ?? 'recording';
  const end = useExported(format, hasValues);
  const { ending, mediaType } = FILES[format];
  const file: ReadyFile | null = end?.kind === 'exported' ? { ...end.exported, name: `${site}.${ending}`, mediaType } : null;
  return (
    <>
      <div className="sheet-body">
        <fieldset className="formats">
          <legend>{say('files.format')}</legend>
          {RECORDING_FORMATS.map((id) => (
            <label key={id} className="tick">
              <input type="radio" name="files-format" checked={format === id} onChange={() => setFormat(id)} />
              {say(`files.format.${id}`)}
            </label>
          ))}
        </fieldset>
        {values}
        {end?.kind === 'failed' && (
          <div className="sheet-note bad" role="alert">
            {say('files.failed', { words: end.words })}
          </div>
        )}
        <FileParts losses={recordingLosses(format, hasValues).map(recordingLossText)} file={file} />
      </div>
      <SaveButtons file={file} />
    </>
  );
}

/** What is ignored of the sites in a recording; of other sites a file says nothing. */
function ignoredOf({ analysis: { result } }: Panel): readonly IgnoredFinding[] {
  const sites = new Set(result === null ? [] : [result.site, ...result.sessions.sites.map(({ site }) => site)]);
  return [...sites].flatMap((site) =>
    [...reasonsFor(site, useIgnored.getState())].map(([finding, reason]) => ({ site, finding, reason })),
  );
}

/** The recording as it was when the format was chosen. Null = it is being written. */
function useExported(format: RecordingFormatId, hasValues: boolean): JobEnd | null {
  const panel = usePanel();
  const [end, setEnd] = useState<JobEnd | null>(null);
  useEffect(() => {
    setEnd(null);
    const { recording } = panel;
    const { digestKey: key } = recording.recorded;
    const redactionKey = hasValues ? null : digestKey();
    return startJob({ kind: 'export', facts: recording.facts, format, key, redactionKey, ignored: ignoredOf(panel) }, setEnd);
  }, [panel, format, hasValues]);
  return end;
}
