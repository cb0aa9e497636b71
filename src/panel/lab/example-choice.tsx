import { useId } from 'react';
import { say } from '../../words/catalogue';
import type { Trial } from '../state/trial';
import { EXAMPLES, PRESETS, TUTORIALS } from './presets';

const GROUPS = [...new Set(EXAMPLES.map(({ of }) => of))];

/** Lines to begin with: a few to see at once, and those of tutorials, rules and incidents. */
export function ExampleChoice({ onBegin }: { readonly onBegin: (trial: Trial) => void }) {
  const id = useId();
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
          {GROUPS.map((group) => (
            <optgroup key={group ?? ''} label={labelOf(group)}>
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

function labelOf(group: string | null): string {
  if (group === null) return say('lab.examples.incidents');
  return group === TUTORIALS ? say('lab.examples.tutorials') : group;
}
