import { useMemo } from 'react';
import { instant } from '../../analysis/engine/base/units';
import { identityKey } from '../../analysis/replay/jar-history/cookie-keys';
import { lifelineOf } from '../../analysis/story/lifeline';
import { say } from '../../words/catalogue';
import { partsOfCookie } from '../flow/explain/attribute-words';
import { PartsTable } from '../flow/explain/parts-table';
import { ValueLine } from '../flow/explain/value-line';
import { IconButton } from '../shared/parts/button';
import { visibleString } from '../shared/parts/visible';
import { VisibleText } from '../shared/parts/visible-text';
import { GradeMark } from '../shared/presentation/grade-mark';
import { isMaskable } from '../shared/presentation/mask';
import { placeOf, shortPath } from '../shared/presentation/place';
import { useChoices } from '../state/choices';
import { usePanel, useRecorded } from '../state/panel-context';
import { useTimeOrigin } from '../state/use-time-origin';
import type { CookieRow } from './cookie-row';
import { asCookie } from './cookie-row';
import { GradeSum } from './grade-sum';
import { LabLink } from './lab-link';
import { LifelineChart, lifeWords } from './lifeline-chart';
import { NetworkLink } from './network-link';
import { RoleWords } from './role-words';
import { ScriptReaders } from './script-readers';
import { SecretCheck } from './secret-check';

interface CookieDetailProps {
  readonly row: CookieRow;
  readonly onClose: () => void;
  readonly onShow: (row: string, bead: string) => void;
  /** null = nothing can be edited: the table shows the jar of another moment. */
  readonly onEdit: ((what: 'edit' | 'duplicate') => void) | null;
  readonly onDelete: () => void;
}

/** Everything of one cookie: its life, its grade with the sum, and attribute by attribute what it does. */
export function CookieDetail({ row, onClose, onShow, onEdit, onDelete }: CookieDetailProps) {
  const recorded = useRecorded();
  const revealed = useChoices((choices) => choices.revealed.has(row.key));
  const reveal = useChoices((choices) => choices.reveal);
  // The rows are one array that changes in place: `recorded` is new whenever they have.
  const life = useMemo(() => ({ ...lifelineOf(recorded.rows, row.key), from: instant(recorded.start) }), [recorded, row.key]);
  const origin = useTimeOrigin();
  const { actions } = usePanel();
  const identity = identityKey(asCookie(row));
  const isProtected = recorded.protections.some(({ id }) => id === identity);
  const nameOf = (id: string) => {
    const place = recorded.replay.place(id);
    const found = place === null ? undefined : recorded.rows[place];
    return found?.kind === 'exchange' ? `${found.sent.method} ${shortPath(placeOf(found.url).path)}` : null;
  };
  const summary = lifeWords(life, nameOf);
  return (
    <section className="cookie-detail" aria-label={say('cookies.detail')}>
      <header className="pane-heading">
        <code className="ellipsis" title={visibleString(row.name)}>
          <VisibleText text={row.name} />
        </code>
        {row.grade && <GradeMark letter={row.grade.letter} />}
        <span className="life-words tone-quiet ellipsis" title={summary}>
          {summary}
        </span>
        {isMaskable(row.value) && (
          <IconButton
            icon={revealed ? 'eye-off' : 'eye'}
            label={say(revealed ? 'explain.mask' : 'explain.reveal')}
            pressed={revealed}
            onPress={() => reveal(row.key, !revealed)}
          />
        )}
        {onEdit && row.status === 'in-jar' && (
          <>
            <IconButton icon="edit" label={say('editor.edit')} onPress={() => onEdit('edit')} />
            <IconButton icon="copy" label={say('editor.duplicate')} onPress={() => onEdit('duplicate')} />
            <IconButton
              icon="shield"
              label={say(isProtected ? 'editor.unprotect' : 'editor.protect')}
              pressed={isProtected}
              onPress={() => (isProtected ? actions.endProtection([identity]) : actions.protect([asCookie(row)]))}
            />
            <IconButton icon="bin" label={say('editor.delete')} onPress={onDelete} />
          </>
        )}
        {onEdit && row.status === 'gone' && (
          <IconButton icon="reload" label={say('editor.restore')} onPress={() => onEdit('duplicate')} />
        )}
        <IconButton icon="cross" label={say('cookies.detail.close')} onPress={onClose} />
      </header>
      <div className="scroll">
        <LifelineChart life={life} origin={origin} revealed={revealed} nameOf={nameOf} onShow={onShow} />
        <div className="columns">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
          <section tabIndex={0} aria-label={say('cookies.column.grade')}>
            <h2>{row.grade ? say('grade.why', { letter: row.grade.letter }) : say('cookies.column.grade')}</h2>
            {row.grade ? <GradeSum grade={row.grade} /> : <p className="tone-quiet">{say('grade.none')}</p>}
            {row.role && <RoleWords role={row.role} />}
            <p className="see-also">
              <LabLink row={row} /> <NetworkLink name={row.name} />
            </p>
          </section>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
          <section tabIndex={0} aria-label={say('explain.parts')}>
            <ValueLine name={asCookie(row).name} value={row.value} revealed={revealed} />
            <SecretCheck value={row.value} />
            <h2>{say('explain.parts')}</h2>
            <PartsTable parts={partsOfCookie(asCookie(row))} />
            <ScriptReaders row={row} />
          </section>
        </div>
      </div>
    </section>
  );
}
