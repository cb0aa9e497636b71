import { say } from '../../words/catalogue';
import { Later, LaterComponent } from '../shared/parts/later';
import { useSheet } from '../state/sheet';

const SHEET = new LaterComponent(async () => (await import('../files/files-sheet')).FilesSheet);

/** The sheet of files in and out; its code is loaded when it is first opened. */
export function SheetSlot() {
  const sheet = useSheet((state) => state.sheet);
  if (sheet === null) return null;
  return (
    <Later
      component={SHEET}
      props={{ sheet }}
      meanwhile={
        <p className="visually-hidden" role="status">
          {say('view.loading')}
        </p>
      }
    />
  );
}
