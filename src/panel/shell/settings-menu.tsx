import { useState } from 'react';
import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { Popover } from '../shared/parts/popover';
import { useIsLive } from '../state/panel-context';
import { CHOICES, type PanelSettings } from '../state/settings';
import { forgetLayout, useSettings } from '../state/use-settings';
import { LogLimitChoice } from './log-limit-choice';
import { ThirdPartySection } from './third-party-section';
import { TraceSwitch } from './trace-switch';

/** The settings of the panel. A choice takes effect immediately and is stored. */
export function SettingsMenu() {
  const { theme, times, preserve, collapse, thirdParty, set } = useSettings();
  const isLive = useIsLive();
  return (
    <Popover label={say('settings.title')} icon="gear">
      <Choice name="theme" values={CHOICES.theme} value={theme} onChoose={(chosen) => set({ theme: chosen })} />
      <Choice name="times" values={CHOICES.times} value={times} onChoose={(chosen) => set({ times: chosen })} />
      <hr />
      <Switch label={say('settings.preserve')} on={preserve} onSwitch={(on) => set({ preserve: on })} />
      <Switch label={say('settings.collapse')} on={collapse} onSwitch={(on) => set({ collapse: on })} />
      <hr />
      <ThirdPartySection />
      <Choice
        name="thirdParty"
        values={CHOICES.thirdParty}
        value={thirdParty}
        onChoose={(chosen) => set({ thirdParty: chosen })}
      />
      <hr />
      {isLive && (
        <>
          <TraceSwitch />
          <hr />
          <LogLimitChoice />
          <hr />
        </>
      )}
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

function Choice<Value extends PanelSettings['theme' | 'times' | 'thirdParty']>(props: ChoiceProps<Value>) {
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
