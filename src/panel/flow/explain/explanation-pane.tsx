import '../../../words/all-words';
import { type Ref, useCallback, useMemo } from 'react';
import { urlParts } from '../../../analysis/engine/site/url-parts';

import type { ChangeRow, Exchange, Row } from '../../../analysis/replay/rows/exchange';

import { type CookieKey, cookieKey } from '../../../analysis/session/cookies/cookie-key';
import { identityOf } from '../../../analysis/session/cookies/line-identity';
import type { Bead } from '../../../analysis/story/bead';
import type { Diagram } from '../../../analysis/story/lanes';
import { type DrawnBead, drawn, drawnChange } from '../../shared/presentation/bead-words';
import { useRecorded } from '../../state/panel-context';
import { explained, explainedChange } from './explained';
import { Explanation } from './explanation';

interface ExplanationPaneProps {
  readonly row: Row;
  readonly diagram: Diagram;
  readonly bead: string;
  readonly onChoose: (key: string | null) => void;
  readonly onEscape: () => void;
  readonly ref?: Ref<HTMLElement>;
}

/** Finds what the chosen bead stands for and has it explained. */
export function ExplanationPane({ row, diagram, bead: key, onChoose, onEscape, ref }: ExplanationPaneProps) {
  const { rows, replay } = useRecorded();
  const beads = useMemo(() => beadsOf(diagram), [diagram]);
  const at = beads.findIndex((bead) => bead.key === key);
  const drawnBead = beads[at];
  const exchange = exchangeOf(rows, replay.place(exchangeId(key)));
  const subject = row.kind === 'change' ? row : exchange;
  const answer = useMemo(() => {
    if (!subject) return null;
    return subject.kind === 'change' ? explainedChange(subject) : explained(subject, key, replay);
  }, [subject, key, replay]);
  const onMove = useCallback(
    (by: 1 | -1) => onChoose(beads[(at + by + beads.length) % beads.length]?.key ?? key),
    [onChoose, beads, at, key],
  );
  const onClose = useCallback(() => onChoose(null), [onChoose]);
  const cookie = useMemo(() => cookieOf(subject, key), [subject, key]);
  if (!drawnBead || !answer) return null;
  return (
    <Explanation
      key={key}
      ref={ref ?? null}
      bead={drawnBead}
      explained={answer}
      cookie={cookie}
      onMove={onMove}
      onClose={onClose}
      onEscape={onEscape}
    />
  );
}

function beadsOf(diagram: Diagram): readonly DrawnBead[] {
  if (diagram.kind === 'change') return [drawnChange(diagram.change)];
  const beads: Bead[] = [];
  for (const hop of diagram.hops) {
    beads.push(...hop.sent, ...hop.withheld);
    if (hop.answer.kind === 'response') beads.push(...hop.answer.set);
  }
  return beads.map((bead) => drawn(bead));
}

/** A bead's key begins with the id of its exchange. */
const exchangeId = (key: string): string => key.replace(/\/(cookies|withheld|lines)\/\d+$/, '');

function exchangeOf(rows: readonly Row[], place: number | null): Exchange | null {
  const row = place === null ? undefined : rows[place];
  return row?.kind === 'exchange' ? row : null;
}

/** The cookie that a bead stands for: what is revealed here is revealed in the Cookies view too. */
function cookieOf(subject: Exchange | ChangeRow | null, key: string): CookieKey | null {
  if (subject?.kind === 'change') return cookieKey(subject.change.cookie);
  const [, list, number] = /\/(cookies|withheld|lines)\/(\d+)$/.exec(key) ?? [];
  const index = Number(number);
  const line = list === 'lines' ? subject?.lines[index] : undefined;
  const parts = subject && urlParts(subject.url);
  if (line && parts) return cookieKey(identityOf(line, parts));
  const cookie = list === 'withheld' ? subject?.withheld[index]?.cookie : subject?.cookies[index]?.cookie;
  return cookie ? cookieKey(cookie) : null;
}
