import '../../words/all-words';
import { say, sayCount } from '../../words/catalogue';
import { clearedPanel } from '../files/opened-panel';
import { FileField, ReadingFile, RefusedFile, useFileRead, whyNotRead } from '../files/read-file';
import { SheetFrame } from '../files/sheet-frame';
import { Button } from '../shared/parts/button';
import { visibleString } from '../shared/parts/visible';
import { timeText } from '../shared/presentation/time';
import { useBeforeClear } from '../state/before-clear';
import { compareShownWith, useOpened } from '../state/opened';
import { type Panel, usePanel } from '../state/panel-context';
import { showSheet } from '../state/sheet';
import { ComparedRecordings } from './compared-recordings';
import { onCompareKey } from './keys';

/** Two recordings beside each other, or the choice of the second one. */
export function CompareSheet({ file }: { readonly file: File | null }) {
  const compared = useOpened((opened) => opened.compared);
  return (
    <SheetFrame title={say('compare.title')} icon="columns" wide onKeyDown={onCompareKey}>
      {compared === null || file !== null ? (
        <SecondRecording file={file} />
      ) : (
        <ComparedRecordings key={[compared.a, compared.b].map(serialOf).join(' ')} panels={compared} />
      )}
    </SheetFrame>
  );
}

function SecondRecording({ file }: { readonly file: File | null }) {
  const { source, actions } = usePanel();
  const before = useBeforeClear(({ held }) => held);
  const own = useOpened((opened) => opened.own);
  const read = useFileRead(file, holdBeside);
  if (file !== null && read?.kind === 'reading') return <ReadingFile name={file.name} progress={read.progress} />;
  return (
    <div className="sheet-body">
      {file !== null && read !== null && (
        <RefusedFile
          name={file.name}
          why={
            read.kind === 'imported' && read.imported.kind === 'cookies'
              ? say('compare.no-recording', { name: visibleString(file.name) })
              : whyNotRead(read)
          }
        />
      )}
      <p>{say('compare.choose')}</p>
      {source.kind !== 'live' && own?.source.kind === 'live' && (
        <div>
          <Button label={say('compare.choose-live')} onPress={() => holdBeside(own)} />
        </div>
      )}
      {source.kind !== 'cleared' && before !== null && (
        <div>
          <Button label={say('compare.choose-cleared')} onPress={() => holdBeside(clearedPanel(before, actions.copy))} />
          <p className="tone-quiet">
            {sayCount('compare.cleared-note', before.requests, { time: timeText(before.at, 'clock') })}
          </p>
        </div>
      )}
      <FileField onChoose={(chosen) => showSheet({ kind: 'compare', file: chosen })} />
    </div>
  );
}

function holdBeside(panel: Panel): void {
  compareShownWith(panel);
  showSheet({ kind: 'compare', file: null });
}

const serials = new WeakMap<Panel, number>();
let made = 0;

/** Another number for each recording. */
function serialOf(panel: Panel): number {
  const serial = serials.get(panel) ?? ++made;
  serials.set(panel, serial);
  return serial;
}
