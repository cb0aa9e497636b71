import { say } from '../../words/catalogue';
import { Later, LaterComponent } from '../shared/parts/later';
import { Popover } from '../shared/parts/popover';
import { NotShown } from '../shared/presentation/not-shown';

/** The legend is loaded when it is first opened. */
const LEGEND = new LaterComponent(async () => (await import('./legend')).Legend);

/** By this the key L finds the button. */
export const LEGEND_BUTTON = 'legend-button';

/** What every sign of the panel means. */
export function LegendButton() {
  return (
    <Popover label={say('shell.legend')} icon="legend" labelled wide lazy buttonId={LEGEND_BUTTON}>
      <Later component={LEGEND} props={{}} meanwhile={null} failed={<NotShown />} />
    </Popover>
  );
}
