import { say } from '../../words/catalogue';
import { Button, IconButton } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { visibleString } from '../shared/parts/visible';
import { endComparison, useOpened } from '../state/opened';
import { type Panel, usePanel } from '../state/panel-context';
import { showSheet, useSheet } from '../state/sheet';
import type { Notice } from './notice';

/** Two recordings are held beside each other, and the reader looks at one of them: the way back. */
export function useComparedNotice(): readonly Notice[] {
  const compared = useOpened((opened) => opened.compared);
  const shown = usePanel();
  const isShown = useSheet(({ sheet }) => sheet?.kind === 'compare');
  if (compared === null || isShown) return [];
  const content = (
    <>
      <Icon name="columns" />
      <span className="ellipsis">
        {say('side-by-side.notice', { a: nameOf(compared.a), b: nameOf(compared.b), shown: nameOf(shown) })}
      </span>
      <span className="spread" />
      <Button icon="back" label={say('side-by-side.show')} onPress={() => showSheet({ kind: 'compare', file: null })} />
      <IconButton icon="cross" label={say('side-by-side.end')} onPress={endComparison} />
    </>
  );
  return [{ id: 'compared', look: 'file', content }];
}

const nameOf = ({ source }: Panel): string =>
  source.kind === 'file' ? visibleString(source.name) : say(`side-by-side.${source.kind === 'cleared' ? 'cleared' : 'live'}`);
