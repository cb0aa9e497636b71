import type { Comparison } from '../../analysis/compare/compare';
import { say, sayCount } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { visibleString } from '../shared/parts/visible';
import { type ComparedPanels, endComparison, swapCompared } from '../state/opened';
import type { Panel } from '../state/panel-context';
import { differenceWords, leading, placeText, SIDES } from './compare-words';
import { JarTable } from './jar-table';
import { OneOnlyLists } from './one-only-lists';
import { PartingPicture } from './parting-picture';
import { RequestTable } from './request-table';
import { SideLetter } from './side-letter';
import { useComparison } from './use-comparison';

/** Where the two part, then what they have in common and what not. */
export function ComparedRecordings({ panels }: { readonly panels: ComparedPanels }) {
  const { comparison, isOutdated, again } = useComparison(panels);
  const bare = SIDES.flatMap((side) => bareText(panels[side]));
  return (
    <div className="sheet-body comparison">
      <ul className="compared-sides">
        {SIDES.map((side) => (
          <li key={side} data-side={side}>
            <SideLetter side={side} /> {describedText(panels[side])}
          </li>
        ))}
      </ul>
      <div className="compared-actions">
        <Button icon="swap" label={say('compare.swap')} onPress={swapCompared} />
        <Button icon="import" label={say('compare.choose-other')} onPress={endComparison} />
        {isOutdated && (
          <>
            <Button icon="reload" label={say('compare.again')} onPress={again} />
            <span className="tone-quiet">{say('compare.again-why')}</span>
          </>
        )}
      </div>
      {bare.length > 0 ? (
        bare.map((sentence) => (
          <p key={sentence} role="alert">
            {sentence}
          </p>
        ))
      ) : comparison === null ? (
        <p role="status">{say('compare.making')}</p>
      ) : (
        <>
          <Summary comparison={comparison} />
          <RequestTable rows={comparison.rows} panels={panels} />
          <PartingPicture
            row={comparison.parting === null ? null : (comparison.rows[comparison.parting] ?? null)}
            panels={panels}
          />
          <JarTable jar={comparison.jar} />
          <OneOnlyLists comparison={comparison} panels={panels} />
          <p className="tone-quiet">{say('compare.keys')}</p>
        </>
      )}
    </div>
  );
}

/** Of cookies that may have been left out of a file it cannot be said that they are the same. */
const bareText = ({ source }: Panel): readonly string[] =>
  source.kind === 'file' && source.bare !== null ? [`${visibleString(source.name)}: ${source.bare}`] : [];

function describedText({ source, recording: { recorded } }: Panel): string {
  return say('compare.of', {
    name: source.kind === 'file' ? visibleString(source.name) : say(`compare.${source.kind === 'cleared' ? 'cleared' : 'live'}`),
    browser: say(recorded.replay.profile === 'firefox' ? 'profile.firefox' : 'profile.chromium'),
    requests: sayCount('count.requests', recorded.requests),
  });
}

function Summary({ comparison }: { readonly comparison: Comparison }) {
  const { rows, parting, matched } = comparison;
  const row = parting === null ? null : (rows[parting] ?? null);
  const first = leading(row?.differences ?? []);
  const alone = (side: 'a' | 'b') => rows.filter((each) => each[side === 'a' ? 'b' : 'a'] === null).length;
  const counts = [
    sayCount('compare.matched', matched),
    ...SIDES.filter((side) => alone(side) > 0).map((side) => sayCount(`compare.only-${side}`, alone(side))),
  ];
  return (
    <div className="compared-summary" role="status" data-testid="parting">
      <p>
        <span className={first === undefined ? 'tone-ok' : 'tone-warn'}>
          <Icon name={first === undefined ? 'same' : 'warning'} />
        </span>{' '}
        <b>
          {row?.a && first !== undefined
            ? say('compare.parted', { method: row.a.sent.method, place: placeText(row.a.url) })
            : say(matched === 0 && rows.length > 0 ? 'compare.other-visits' : 'compare.no-parting')}
        </b>
      </p>
      {row && first !== undefined && <p>{say('compare.parted-sides', { ...differenceWords(first, row) })}</p>}
      <p className="tone-quiet">{counts.join(' · ')}</p>
    </div>
  );
}
