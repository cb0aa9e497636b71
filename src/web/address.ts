import { useChoices } from '../panel/state/choices';
import { useTrial } from '../panel/state/use-trial';
import { stateIn, stateText } from './page-state';

/** Keeps the view and the Lab's choices in the address after `#`, and follows it: a link leads there. */
export function keepInAddress(): void {
  const follow = () => {
    const { view, as, method } = stateIn(location.hash);
    const { trial, set } = useTrial.getState();
    if (as !== undefined || method !== undefined) set({ ...trial, as: as ?? trial.as, method: method ?? trial.method });
    if (view !== undefined) useChoices.getState().show(view);
  };
  const keep = () => {
    const { view } = useChoices.getState();
    const { as, method } = useTrial.getState().trial;
    const hash = stateText(view === 'lab' ? { view, as, method } : { view });
    if (hash !== location.hash) history.replaceState(null, '', hash);
  };
  follow();
  addEventListener('hashchange', follow);
  useChoices.subscribe(keep);
  useTrial.subscribe(keep);
}
