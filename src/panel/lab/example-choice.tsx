import { useId } from 'react';
import { say } from '../../words/catalogue';
import { useLoaded } from '../shared/parts/use-loaded';
import type { Trial } from '../state/trial';
import { PRESETS } from './presets';

/** They come after the form is drawn. */
const loadExamples = () => import('./examples');

/** Lines to begin with: a few to see at once, and those of tutorials, rules and incidents. */
export function ExampleChoice({ onBegin }: { readonly onBegin: (trial: Trial) => void }) {
  const id = useId();
  const { EXAMPLES = [], TUTORIALS } = useLoaded(loadExamples).module ?? {};
  const groups = [...new Set(EXAMPLES.map(({ of }) => of))];
  return (
    <div>
      <div className="trial-context">
        <label htmlFor={id}>{say('lab.examples.of')}</label>
        <select
          id={id}
          data-words="rule"
          value=""
          onChange={({ target }) => {
            const chosen = EXAMPLES[Number(target.value)];
            if (chosen !== undefined) onBegin(chosen.trial);
          }}
        >
          <option value="">{say('lab.examples.choose')}</option>
          {groups.map((group) => (
            <optgroup
              key={group ?? ''}
              label={group === TUTORIALS ? say('lab.examples.tutorials') : (group ?? say('lab.examples.incidents'))}
            >
              {EXAMPLES.map(({ of, title }, index) =>
                of === group ? (
                  <option key={`${of}${title}`} value={index}>
                    {title}
                  </option>
                ) : null,
              )}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="trial-examples" data-words="standard">
        {PRESETS.map((preset) => (
          <button key={preset.line} type="button" className="link mono" onClick={() => onBegin(preset)}>
            {preset.line}
          </button>
        ))}
      </div>
    </div>
  );
}
