import { useId } from 'react';
import type { Story } from '../../analysis/story/moment';
import { say } from '../../words/catalogue';

interface SessionChipsProps {
  readonly stories: readonly Story[];
  readonly shown: Story;
  /** The one beside it; null = none. */
  readonly beside: Story | null;
  readonly onShow: (site: string) => void;
  readonly onBeside: (site: string | null) => void;
}

/** The sites with a session in the recording: one is shown, and another can be set beside it. */
export function SessionChips({ stories, shown, beside, onShow, onBeside }: SessionChipsProps) {
  const id = useId();
  return (
    <div className="session-chips" role="group" aria-label={say('signin.sessions')}>
      {stories.map((story) => (
        <button
          key={story.site}
          type="button"
          className="facet"
          data-session={story.site}
          aria-pressed={story === shown || story === beside}
          title={say('signin.sessions.how')}
          onClick={(event) => (event.shiftKey && story !== shown ? onBeside(story.site) : onShow(story.site))}
        >
          <span className="facet-label">{story.site}</span>
          <span className="tone-quiet">{say(`phase.${story.phases.at(-1)?.kind ?? 'anonymous'}`)}</span>
        </button>
      ))}
      <label htmlFor={id}>{say('signin.beside')}</label>
      <select id={id} value={beside?.site ?? ''} onChange={({ target }) => onBeside(target.value || null)}>
        <option value="">{say('signin.beside.none')}</option>
        {stories
          .filter((story) => story !== shown)
          .map(({ site }) => (
            <option key={site} value={site}>
              {site}
            </option>
          ))}
      </select>
    </div>
  );
}
