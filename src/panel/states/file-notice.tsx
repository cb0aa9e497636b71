import { useState } from 'react';
import { say, sayCount } from '../../words/catalogue';
import { Button, LinkButton } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { visibleString } from '../shared/parts/visible';
import { closeOpened } from '../state/opened';
import { usePanel } from '../state/panel-context';
import type { Notice } from './notice';

/** Which file, or that what was cleared, is shown in every view; what a file lacks; and the way back. */
export function useFileNotice(): readonly Notice[] {
  const { source } = usePanel();
  if (source.kind === 'cleared') return [{ id: 'cleared', look: 'file', content: <ClearedLine /> }];
  return source.kind === 'file' ? [{ id: 'file', look: 'file', content: <FileLine source={source} /> }] : [];
}

function ClearedLine() {
  return (
    <>
      <Icon name="clear" />
      <b>{say('source.cleared')}</b>
      <span className="spread" />
      <Button icon="back" label={say('source.cleared.close')} onPress={closeOpened} />
    </>
  );
}

type FileSource = Extract<ReturnType<typeof usePanel>['source'], { readonly kind: 'file' }>;

function FileLine({ source: { name, writer, notes } }: { readonly source: FileSource }) {
  const [isOpen, setIsOpen] = useState(false);
  const [first] = notes;
  return (
    <>
      <Icon name="import" />
      <b data-testid="file-notice">{say('source.file', { name: visibleString(name), writer: visibleString(writer) })}</b>
      {!isOpen && first !== undefined && (
        <span className="ellipsis" title={first}>
          {first}
        </span>
      )}
      <span className="spread" />
      {notes.length > 0 && (
        <LinkButton onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? say('source.less') : sayCount('source.notes', notes.length)}
        </LinkButton>
      )}
      <Button icon="back" label={say('source.close')} onPress={closeOpened} />
      {isOpen && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}
