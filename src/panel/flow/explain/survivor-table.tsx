import { say } from '../../../words/catalogue';
import { VisibleText } from '../../shared/parts/visible-text';
import type { SurvivorRows } from './survivor';

/** What stays in the jar beside what the line names; the cells that differ are marked. */
export function SurvivorTable({ rows: { jar, line, differing } }: { readonly rows: SurvivorRows }) {
  const row = (label: string, cells: readonly string[]) => (
    <tr>
      <th scope="row">{label}</th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are always the same four.
        <td key={index} className={differing.includes(index) ? 'differs' : undefined}>
          <VisibleText text={cell} />
        </td>
      ))}
    </tr>
  );
  return (
    <table className="survivor" data-testid="survivor">
      <thead>
        <tr>
          <td />
          <th scope="col">{say('attribute.name')}</th>
          <th scope="col">{say('stays.host')}</th>
          <th scope="col">{say('attribute.path')}</th>
          <th scope="col">{say('stays.partition')}</th>
        </tr>
      </thead>
      <tbody>
        {row(say('stays.in-jar'), jar)}
        {row(say('stays.in-line'), line)}
      </tbody>
    </table>
  );
}
