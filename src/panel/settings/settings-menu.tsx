import { useState } from 'react';
import { say } from '../../words/catalogue';
import { Button } from '../parts/button';
import { Popover } from '../parts/popover';
import { CHOICES, type Settings } from './settings';
import { forgetLayout, useSettings } from './use-settings';

/** What the reader wants of the panel. Every choice works at once and is kept. */
export function SettingsMenu() {
  const { theme, times, preserve, fold, thirdParty, set } = useSettings();
  return (
    <Popover label={say('settings.title')} icon="gear">
      <Choice name="theme" values={CHOICES.theme} value={theme} onChoose={(chosen) => set({ theme: chosen })} />
      <Choice name="times" values={CHOICES.times} value={times} onChoose={(chosen) => set({ times: chosen })} />
      <hr />
      <Switch label={say('settings.preserve')} on={preserve} onSwitch={(on) => set({ preserve: on })} />
      <Switch label={say('settings.fold')} on={fold} onSwitch={(on) => set({ fold: on })} />
      <hr />
      <Choice
        name="thirdParty"
        values={CHOICES.thirdParty}
        value={thirdParty}
        onChoose={(chosen) => set({ thirdParty: chosen })}
      />
      <hr />
      <Forget />
    </Popover>
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: 'theme' | 'times' | 'thirdParty';
  readonly values: readonly Value[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends Settings['theme' | 'times' | 'thirdParty']>(props: ChoiceProps<Value>) {
  const { name, values, value, onChoose } = props;
  return (
    <fieldset className="choice">
      <legend>{say(`settings.${name}`)}</legend>
      {values.map((each) => (
        <label key={each} className="tick">
          <input type="radio" name={`settings-${name}`} checked={each === value} onChange={() => onChoose(each)} />
          {say(`settings.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

function Switch({ label, on, onSwitch }: SwitchProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} />
      {label}
    </label>
  );
}

function Forget() {
  const [done, setDone] = useState(false);
  return (
    <span className="popover-line">
      <Button
        label={say('settings.forget')}
        onPress={() => {
          forgetLayout();
          setDone(true);
        }}
      />
      <span role="status" className="tone-quiet">
        {done && say('settings.forgotten')}
      </span>
    </span>
  );
}
