import '../../../words/all-words';
import type { Exchange, Row } from '../../../analysis/replay/rows/exchange';
import { remedyOfLine, remedyOfWithheld } from '../../../analysis/rules/bead-remedy';
import type { Remedy } from '../../../analysis/rules/remedy-of-fix';
import { say } from '../../../words/catalogue';
import { useRecorded } from '../../state/panel-context';
import type { Fixable } from './explained';
import { overrideOfBead } from './override-of';
import { RemedyBody } from './remedy-body';

interface FixSectionProps {
  readonly fixable: Fixable;
  readonly revealed: boolean;
}

/** What would make a line be stored, a deletion delete, or a cookie go along; nothing where nothing would. */
export function FixSection({ fixable, revealed }: FixSectionProps) {
  const { rows, replay } = useRecorded();
  const remedy = remedyOf(fixable, rows);
  if (remedy === null) return null;
  return (
    <>
      <dt>{say('explain.fix')}</dt>
      <dd className="found">
        <RemedyBody remedy={remedy} revealed={revealed} override={overrideOfBead(fixable, replay)} />
      </dd>
    </>
  );
}

function remedyOf({ exchange, list, index }: Fixable, rows: readonly Row[]): Remedy | null {
  return list === 'lines' ? ofLine(exchange, index, rows) : ofWithheld(exchange, index, rows);
}

function ofLine(exchange: Exchange, index: number, rows: readonly Row[]): Remedy | null {
  const line = exchange.lines[index];
  return line === undefined ? null : remedyOfLine(exchange, line, rows);
}

function ofWithheld(exchange: Exchange, index: number, rows: readonly Row[]): Remedy | null {
  const withheld = exchange.withheld[index];
  return withheld === undefined ? null : remedyOfWithheld(exchange, withheld, { rows, isNeeded: false });
}
