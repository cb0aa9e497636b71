import type { ReactNode } from 'react';
import { say } from '../../words/catalogue';
import { LinkButton } from '../shared/parts/button';
import { GradeMark } from '../shared/presentation/grade-mark';
import { showWhatIfRows } from '../state/navigation-history';
import type { WhatIfKind } from '../state/what-if-rows';
import { rowsOfFindings, rowsOfIncidents, rowsOfSteps } from './listed-rows';
import type { WhatIfSummary as Table, WhatIfColumn } from './table';

/** One column a way to go through the recording again; each number leads to its rows in Flow. */
export function WhatIfTable({ table }: { readonly table: Table }) {
  const { columns, carried, incidents, findings, letter } = table;
  const unknown = columns.some(({ predicted }) => predicted.requests['cannot-tell'].length > 0);
  return (
    <table className="what-if-table">
      <thead>
        <tr>
          <td />
          <th scope="col">{say('what-if.column.recorded')}</th>
          {columns.map(({ id, browser }) => (
            <th key={id} scope="col" className={id}>
              {say(`what-if.column.${id}`, { browser: say(`profile.${browser}`) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Line name="carries" recorded={<Count kind="carries" rows={carried} />} columns={columns}>
          {({ predicted: { requests } }) => <Count kind="carries" rows={[...requests.keeps, ...requests.gains]} />}
        </Line>
        <Line name="loses" recorded={null} columns={columns}>
          {({ predicted }) => <Count kind="loses" rows={predicted.requests.loses} />}
        </Line>
        <Line name="gains" recorded={null} columns={columns}>
          {({ predicted }) => <Count kind="gains" rows={predicted.requests.gains} />}
        </Line>
        {unknown && (
          <Line name="cannot-tell" recorded={null} columns={columns}>
            {({ predicted }) => <Count kind="cannot-tell" rows={predicted.requests['cannot-tell']} />}
          </Line>
        )}
        <Line name="incidents" recorded={incidents} columns={columns}>
          {({ effects }) =>
            effects && (
              <Changed
                kind="incidents"
                now={effects.incidents.now.length}
                goes={[effects.incidents.goes.length, rowsOfIncidents(effects.incidents.goes)]}
                comes={[effects.incidents.comes.length, rowsOfIncidents(effects.incidents.comes)]}
              />
            )
          }
        </Line>
        <Line name="findings" recorded={findings} columns={columns}>
          {({ effects }) =>
            effects && (
              <Changed
                kind="findings"
                now={effects.findings.now.length}
                goes={[effects.findings.goes.length, rowsOfFindings(effects.findings.goes)]}
                comes={[effects.findings.comes.length, rowsOfFindings(effects.findings.comes)]}
              />
            )
          }
        </Line>
        <Line name="steps" recorded={null} columns={columns}>
          {({ effects }) => effects && <Count kind="steps" count={effects.steps.length} rows={rowsOfSteps(effects.steps)} />}
        </Line>
        <Line name="grade" recorded={letter && <GradeMark letter={letter} />} columns={columns}>
          {({ effects }) => effects?.grade && <GradeMark letter={effects.grade.letter} />}
        </Line>
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly name: WhatIfKind | 'grade';
  readonly recorded: ReactNode;
  readonly columns: readonly WhatIfColumn[];
  readonly children: (column: WhatIfColumn) => ReactNode;
}

function Line({ name, recorded, columns, children }: LineProps) {
  return (
    <tr data-row={name}>
      <th scope="row">{say(`what-if.row.${name}`)}</th>
      <td>{recorded}</td>
      {columns.map((column) => (
        <td key={column.id} className={column.id} data-column={column.id}>
          {children(column)}
        </td>
      ))}
    </tr>
  );
}

interface CountProps {
  readonly kind: WhatIfKind;
  /** Ids of rows in Flow. */
  readonly rows: readonly string[];
  /** Where it counts something else than rows. */
  readonly count?: number;
}

function Count({ kind, rows, count = rows.length }: CountProps) {
  if (rows.length === 0) return <span className="tone-faint">{count}</span>;
  return <LinkButton onPress={() => showWhatIfRows(kind, rows)}>{count}</LinkButton>;
}

type Counted = readonly [count: number, rows: readonly string[]];

interface ChangedProps {
  readonly kind: 'incidents' | 'findings';
  readonly now: number;
  readonly goes: Counted;
  readonly comes: Counted;
}

/** How many there would be, and which of them go and come. */
function Changed({ kind, now, goes, comes }: ChangedProps) {
  return (
    <>
      {now}
      {goes[0] > 0 && (
        <span className="tone-ok">
          <LinkButton onPress={() => showWhatIfRows(kind, goes[1])}>{say('what-if.goes', { count: goes[0] })}</LinkButton>
        </span>
      )}
      {comes[0] > 0 && (
        <span className="tone-bad">
          <LinkButton onPress={() => showWhatIfRows(kind, comes[1])}>{say('what-if.comes', { count: comes[0] })}</LinkButton>
        </span>
      )}
    </>
  );
}
