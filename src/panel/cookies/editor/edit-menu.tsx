import type { JarCookie } from '../../../analysis/facts/fact';
import { say, sayCount } from '../../../words/catalogue';
import { Button } from '../../shared/parts/button';
import { Popover } from '../../shared/parts/popover';
import { useEdits } from '../../state/edits';
import { usePanel } from '../../state/panel-context';

interface EditMenuProps {
  /** The cookies of the jar that the table shows. */
  readonly shown: readonly JarCookie[];
  readonly onAdd: () => void;
}

/** What can be done to the jar as a whole: a cookie added, and those that the filter leaves deleted. */
export function EditMenu({ shown, onAdd }: EditMenuProps) {
  const { write } = usePanel().actions;
  const apply = useEdits((edits) => edits.apply);
  return (
    <Popover label={say('editor.menu')} icon="edit">
      <Button label={say('editor.add')} icon="plus" onPress={onAdd} />
      <hr />
      <p>{sayCount('editor.delete-shown.ask', shown.length)}</p>
      <Button
        label={sayCount('editor.delete-shown', shown.length)}
        icon="cross"
        disabled={shown.length === 0}
        onPress={() =>
          void apply(
            shown.map((before) => ({ before, after: null })),
            write,
          )
        }
      />
    </Popover>
  );
}
