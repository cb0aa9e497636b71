import { bareLack } from '../../formats/recording/read-recording';
import { lackText, refusalText } from '../../formats/sentences';
import { digestKey } from '../../platform/digest';
import { say } from '../../words/catalogue';
import type { EarlierRead } from '../findings/earlier-bar';
import { asEarlier } from '../findings/standing';
import type { Panel } from '../state/panel-context';
import { openedPanel } from './opened-panel';
import { type JobEnd, startJob } from './worker/worker-job';

/** The findings of a recording in a file, which is read and analyzed beside the one that is shown. */
export async function findingsOfFile(file: File, copy: Panel['actions']['copy']): Promise<EarlierRead> {
  const key = digestKey();
  const end = await new Promise<JobEnd>((done) => startJob({ kind: 'import', file, key }, done));
  if (end.kind === 'failed') return { refused: say('files.failed', { words: end.words }) };
  if (end.kind !== 'imported' || end.imported.kind === 'cookies') return { refused: say('findings.earlier.no-recording') };
  if (end.imported.kind === 'refused') return { refused: refusalText(end.imported) };
  // Without its cookies it has few findings, and all of now would be said to be new.
  const bare = bareLack(end.imported.lacks);
  if (bare !== null) return { refused: lackText(bare) };
  const panel = openedPanel({ name: file.name, read: end.imported, key, copy });
  try {
    await analyzed(panel);
    const { result } = panel.analysis;
    if (result === null) return { refused: say('findings.earlier.no-page') };
    return { earlier: asEarlier(result.audit.findings, result.site, file.name) };
  } finally {
    if (panel.source.kind === 'file') panel.source.end();
  }
}

/** Waits until a recording was replayed and analyzed as a whole. */
function analyzed({ recording, analysis }: Panel): Promise<void> {
  const release = analysis.retain();
  return new Promise<void>((done) => {
    const look = () => {
      if (recording.isBehind || !analysis.isCurrent || analysis.state.kind === 'pending') return;
      for (const end of ends) end();
      release();
      done();
    };
    // What is replayed last may add no row, and is then not analyzed once more.
    const ends = [recording.subscribe(look), analysis.subscribe(look)];
    look();
  });
}
