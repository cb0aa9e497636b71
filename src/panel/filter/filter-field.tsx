import { type Ref, useId } from 'react';
import { say } from '../../words/catalogue';
import { IconButton } from '../parts/button';
import { Icon } from '../parts/icon';
import type { FilterFault } from './filter';
import type { Fault } from './keys';

interface FilterFieldProps {
  readonly text: string;
  readonly faults: readonly FilterFault[];
  readonly onChange: (text: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Where the filter is typed; what cannot be read is said under it. */
export function FilterField({ text, faults, onChange, ref }: FilterFieldProps) {
  const messageId = useId();
  const fault = faults[0]?.fault;
  return (
    <div className={fault ? 'filter-field faulty' : 'filter-field'}>
      <Icon name="funnel" size={13} />
      <input
        ref={ref ?? null}
        id="filter"
        type="text"
        spellCheck={false}
        autoComplete="off"
        value={text}
        aria-label={say('filter.label')}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? messageId : undefined}
        placeholder={say('filter.placeholder')}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          if (text === '') event.currentTarget.blur();
          else onChange('');
        }}
      />
      {text !== '' && <IconButton label={say('filter.clear')} icon="cross" onPress={() => onChange('')} />}
      {fault && (
        <p id={messageId} className="filter-fault" role="status">
          {faultText(fault)}
        </p>
      )}
    </div>
  );
}

function faultText(fault: Fault): string {
  switch (fault.kind) {
    case 'unknown-key':
      return say('fault.unknown-key', { key: fault.key });
    case 'unknown-value':
      return say('fault.unknown-value', { key: fault.key, value: fault.value, known: fault.known.join(', ') });
    case 'bad-regex':
      return say('fault.bad-regex', { source: fault.source });
    case 'bad-status':
      return say('fault.bad-status', { value: fault.value });
    case 'no-value':
      return say('fault.no-value', { key: fault.key });
    default:
      return fault satisfies never;
  }
}
