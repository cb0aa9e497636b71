import { useMemo } from 'react';
import type { Moment, Phase, Story } from '../../analysis/story/moment';
import { storiesOf } from '../../analysis/story/moments';
import { say } from '../../words/catalogue';
import { useConclusions } from '../conclude/use-conclusions';
import { useRecorded } from '../panel-context';
import { useTimeOrigin } from '../shown/use-time-origin';
import { ChecklistPane } from '../signin/checklist-pane';
import { MomentRow } from '../signin/moment-row';
import { PhaseBar } from '../signin/phase-bar';

/** The story of signing in and out, moment by moment, and how it stands to the requirements. */
export function SignInView() {
  const conclusions = useConclusions();
  const { rows } = useRecorded();
  const origin = useTimeOrigin();
  // The rows change in place; the conclusions are new whenever they were looked at again.
  const stories = useMemo(() => (conclusions ? storiesOf(conclusions.sessions, rows) : []), [conclusions, rows]);
  const story = stories.find(({ site }) => site === conclusions?.site) ?? stories[0];
  if (!conclusions || !story) return <p className="diagram-note">{say('findings.no-page')}</p>;
  return (
    <div className="side-view sign-in-view">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
      <section className="story" tabIndex={0} aria-label={say('signin.story')}>
        <PhaseBar phases={story.phases} origin={origin} />
        {!story.phases.some(({ kind }) => kind === 'signed-in') && <p className="story-note">{say('signin.nobody')}</p>}
        <ol className="moments">
          {story.moments.map((moment, index) => (
            <MomentRow
              // biome-ignore lint/suspicious/noArrayIndexKey: two moments of a kind may share their time and requests.
              key={`${moment.kind}${moment.at}${index}`}
              moment={moment}
              phase={phaseAt(story, moment)}
              origin={origin}
            />
          ))}
        </ol>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
      <aside className="side" tabIndex={0} aria-label={say('checklist.title')}>
        <ChecklistPane audit={conclusions.audit} />
      </aside>
    </div>
  );
}

function phaseAt({ phases }: Story, { at }: Moment): Phase['kind'] {
  return phases.findLast(({ from }) => from <= at)?.kind ?? 'anonymous';
}
