import { say } from '../../words/catalogue';
import { numberText } from '../../words/format';
import { CHOICES, type PanelSettings } from '../state/settings';
import { useSettings } from '../state/use-settings';

const EVENTS = rising(CHOICES.mostEvents);
const MEMORY = rising(CHOICES.mostMemory);

/** How much a recording may hold before its oldest events are dropped. */
export function LogLimitChoice() {
  const { mostEvents, mostMemory, set } = useSettings();
  return (
    <fieldset className="limit-choice">
      <legend>{say('settings.limit')}</legend>
      <Most name="mostEvents" values={EVENTS} value={mostEvents} onChoose={(chosen) => set({ mostEvents: chosen })} />
      <Most name="mostMemory" values={MEMORY} value={mostMemory} onChoose={(chosen) => set({ mostMemory: chosen })} />
    </fieldset>
  );
}

interface MostProps<Value extends number> {
  readonly name: 'mostEvents' | 'mostMemory';
  readonly values: readonly Value[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

function Most<Value extends PanelSettings['mostEvents' | 'mostMemory']>({ name, values, value, onChoose }: MostProps<Value>) {
  return (
    <label className="popover-line">
      {say(`settings.${name}`)}
      <select
        name={`settings-${name}`}
        value={value}
        onChange={(event) => {
          const chosen = values[event.target.selectedIndex];
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {numberText(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

function rising<Value extends number>(values: readonly Value[]): readonly Value[] {
  return [...values].sort((a, b) => a - b);
}
