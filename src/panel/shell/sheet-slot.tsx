import type { ReactNode } from 'react';
import { say } from '../../words/catalogue';
import { IconButton } from '../shared/parts/button';
import { Later, LaterComponent } from '../shared/parts/later';
import { NotShown } from '../shared/presentation/not-shown';
import { type Sheet, showSheet, useSheet } from '../state/sheet';
import { FailureBoundary } from './failure-boundary';

const FILES = new LaterComponent(async () => (await import('../files/files-sheet')).FilesSheet);
const COMPARISON = new LaterComponent(async () => (await import('../compare/compare-sheet')).CompareSheet);
const SETS = new LaterComponent(async () => (await import('../sets/sets-sheet')).SetsSheet);

/** The sheet that is open beside the views; its code is loaded when it is first opened. */
export function SheetSlot() {
  const sheet = useSheet((state) => state.sheet);
  if (sheet === null) return null;
  return (
    <FailureBoundary
      key={sheet.kind}
      failed={
        <div className="sheet-failed">
          <NotShown />
          <IconButton icon="cross" label={say('shell.close')} onPress={() => showSheet(null)} />
        </div>
      }
    >
      {sheetOf(sheet)}
    </FailureBoundary>
  );
}

function sheetOf(sheet: Sheet): ReactNode {
  const meanwhile = (
    <p className="visually-hidden" role="status">
      {say('view.loading')}
    </p>
  );
  switch (sheet.kind) {
    case 'compare':
      return <Later component={COMPARISON} props={{ file: sheet.file }} meanwhile={meanwhile} />;
    case 'sets':
      return <Later component={SETS} props={{ site: sheet.site }} meanwhile={meanwhile} />;
    case 'open':
    case 'export':
      return <Later component={FILES} props={{ sheet }} meanwhile={meanwhile} />;
    default:
      return sheet satisfies never;
  }
}
