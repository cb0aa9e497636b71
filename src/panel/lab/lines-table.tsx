import { text } from '../../analysis/engine/base/bytes';
import { say } from '../../words/catalogue';
import { Pill } from '../shared/parts/chips';
import { VisibleText } from '../shared/parts/visible-text';
import { nameText } from '../shared/presentation/bead-words';
import { VERDICT_STYLE } from '../shared/presentation/verdict-style';
import type { Tried, TriedLine } from '../state/tried';

interface LinesTableProps {
  readonly tried: Tried;
  /** Place of the line that is taken apart. */
  readonly selected: number;
  readonly onSelect: (index: number) => void;
}

/** Every line by every profile; one is taken apart below. */
export function LinesTable({ tried, selected, onSelect }: LinesTableProps) {
  if (tried.lines.length < 2) return null;
  return (
    <table className="lab-lines">
      <thead>
        <tr>
          <th scope="col">{say('lab.lines.line')}</th>
          {tried.verdicts.map(({ profile }) => (
            <th key={profile} scope="col">
              {say(`profile.${profile}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tried.lines.map((line) => (
          <tr key={line.index} className={line.index === selected ? 'this' : ''} data-line-index={line.index}>
            <th scope="row">
              <button type="button" className="link" aria-pressed={line.index === selected} onClick={() => onSelect(line.index)}>
                {line.index + 1}. <code>{nameText(line.parsed.name)}</code>
              </button>
            </th>
            <Outcomes line={line} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcomes({ line: { outcomes } }: { readonly line: TriedLine }) {
  return outcomes.map(({ profile, outcome }) => {
    const kind = outcome === 'cannot-tell' ? 'unknown' : outcome;
    const { tone, icon } = VERDICT_STYLE[kind];
    return (
      <td key={profile} data-outcome={outcome}>
        <Pill tone={tone} icon={icon} label={say(`verdict.${kind}.title`)} />
      </td>
    );
  });
}

/** The Cookie header of the request that follows, as each profile would send it. */
export function CookieHeaders({ headers }: Pick<Tried, 'headers'>) {
  if (headers.length === 0) return null;
  return (
    <div className="lab-headers">
      {headers.map(({ profile, header }) => (
        <p key={profile} data-header={profile}>
          <span className="tone-quiet">{say('lab.header')}</span>{' '}
          {header === '' ? (
            <span className="tone-quiet">{say('lab.header.none')}</span>
          ) : (
            <code>
              <VisibleText text={text(header)} />
            </code>
          )}
        </p>
      ))}
    </div>
  );
}
