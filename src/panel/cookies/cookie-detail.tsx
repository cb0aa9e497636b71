import { useMemo } from 'react';
import { instant } from '../../analysis/facts/units';
import { lifelineOf } from '../../analysis/story/lifeline';
import { say } from '../../words/catalogue';
import { partsOfCookie } from '../explain/attribute-words';
import { PartsTable } from '../explain/parts-table';
import { ValueLine } from '../explain/value-line';
import { placeOf } from '../list/place';
import { useRecorded } from '../panel-context';
import { IconButton } from '../parts/button';
import { VisibleText } from '../parts/visible-text';
import { isMaskable } from '../shown/mask';
import { useTimeOrigin } from '../shown/use-time-origin';
import { useChoices } from '../store';
import type { CookieRow } from './cookie-row';
import { asCookie } from './cookie-row';
import { GradeMark } from './grade-mark';
import { GradeSum } from './grade-sum';
import { LifelineChart, lifeWords } from './lifeline-chart';
import { NetworkLink } from './network-link';
import { RoleWords } from './role-words';

interface CookieDetailProps {
  readonly row: CookieRow;
  readonly onClose: () => void;
  readonly onShow: (row: string, bead: string) => void;
}

/** Everything of one cookie: its life, its grade with the sum, and attribute by attribute what it does. */
export function CookieDetail({ row, onClose, onShow }: CookieDetailProps) {
  const recorded = useRecorded();
  const revealed = useChoices((choices) => choices.revealed.has(row.key));
  const reveal = useChoices((choices) => choices.reveal);
  // The rows are one array that changes in place: `recorded` is new whenever they have.
  const life = useMemo(() => ({ ...lifelineOf(recorded.rows, row.key), from: instant(recorded.start) }), [recorded, row.key]);
  const origin = useTimeOrigin();
  const nameOf = (id: string) => {
    const place = recorded.replay.place(id);
    const found = place === null ? undefined : recorded.rows[place];
    return found?.kind === 'exchange' ? `${found.sent.method} ${placeOf(found.url).path}` : null;
  };
  return (
    <section className="cookie-detail" aria-label={say('cookies.detail')}>
      <header>
        <code className="ellipsis">
          <VisibleText text={row.name} />
        </code>
        {row.grade && <GradeMark letter={row.grade.letter} />}
        <span className="tone-quiet ellipsis">{lifeWords(life, nameOf)}</span>
        <span className="spread" />
        {isMaskable(row.value) && (
          <IconButton
            icon={revealed ? 'eye-off' : 'eye'}
            label={say(revealed ? 'explain.mask' : 'explain.reveal')}
            pressed={revealed}
            onPress={() => reveal(row.key, !revealed)}
          />
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
              <NetworkLink name={row.name} />
            </p>
          </section>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
          <section tabIndex={0} aria-label={say('explain.parts')}>
            <ValueLine name={asCookie(row).name} value={row.value} revealed={revealed} />
            <h2>{say('explain.parts')}</h2>
            <PartsTable parts={partsOfCookie(asCookie(row))} />
          </section>
        </div>
      </div>
    </section>
  );
}
