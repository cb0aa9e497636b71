import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { Popover } from '../shared/parts/popover';
import { usePanel } from '../state/panel-context';
import { showSheet } from '../state/sheet';

/** Files in and out. */
export function FilesMenu() {
  const { source } = usePanel();
  return (
    <Popover label={say('shell.files')} icon="export" lazy>
      <div className="menu">
        <Button icon="import" label={say('shell.files.open')} onPress={() => showSheet({ kind: 'open', file: null })} />
        {source.kind !== 'none' && (
          <>
            <Button
              icon="columns"
              label={say('shell.files.compare')}
              onPress={() => showSheet({ kind: 'compare', file: null })}
            />
            <hr />
            <Button
              icon="export"
              label={say('shell.files.recording')}
              onPress={() => showSheet({ kind: 'export', what: 'recording' })}
            />
            <Button
              icon="export"
              label={say('shell.files.cookies')}
              onPress={() => showSheet({ kind: 'export', what: 'cookies' })}
            />
          </>
        )}
      </div>
    </Popover>
  );
}
