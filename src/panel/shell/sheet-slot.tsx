import { say } from '../../words/catalogue';
import { Later, LaterComponent } from '../shared/parts/later';
import { useSheet } from '../state/sheet';

const FILES = new LaterComponent(async () => (await import('../files/files-sheet')).FilesSheet);
const COMPARISON = new LaterComponent(async () => (await import('../compare/compare-sheet')).CompareSheet);
const SETS = new LaterComponent(async () => (await import('../sets/sets-sheet')).SetsSheet);

/** The sheet that is open beside the views; its code is loaded when it is first opened. */
export function SheetSlot() {
  const sheet = useSheet((state) => state.sheet);
  if (sheet === null) return null;
  const meanwhile = (
    <p className="visually-hidden" role="status">
      {say('view.loading')}
    </p>
  );
  // Each with a key: one is not the other with other props.
  switch (sheet.kind) {
    case 'compare':
      return <Later key="compare" component={COMPARISON} props={{ file: sheet.file }} meanwhile={meanwhile} />;
    case 'sets':
      return <Later key="sets" component={SETS} props={{ site: sheet.site }} meanwhile={meanwhile} />;
    case 'open':
    case 'export':
      return <Later key="files" component={FILES} props={{ sheet }} meanwhile={meanwhile} />;
    default:
      return sheet satisfies never;
  }
}
