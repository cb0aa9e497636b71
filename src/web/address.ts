import { useChoices } from '../panel/state/choices';
import { useTrial } from '../panel/state/use-trial';
import { stateIn, stateText } from './page-state';

let isKept = false;

/** Keeps the view and the Lab's choices in the address after `#`, and follows it: a link leads there. */
export function keepInAddress(): void {
  if (isKept) return;
  isKept = true;
  let isFollowing = false;
  /** The trial that the address holds as a link; null = it holds none. */
  let linked: unknown = null;
  const follow = async () => {
    const { view, as, method, lab } = stateIn(location.hash);
    isFollowing = true;
    try {
      const { trial, set } = useTrial.getState();
      if (lab !== undefined) (await import('../panel/lab/open-link')).openLink(lab);
      else if (as !== undefined || method !== undefined) set({ ...trial, as: as ?? trial.as, method: method ?? trial.method });
      if (view !== undefined) useChoices.getState().show(view);
      linked = lab === undefined ? null : useTrial.getState().trial;
    } finally {
      isFollowing = false;
    }
  };
  const keep = () => {
    const { view } = useChoices.getState();
    const { trial } = useTrial.getState();
    if (isFollowing || (view === 'lab' && trial === linked)) return;
    const { as, method } = trial;
    const hash = stateText(view === 'lab' ? { view, as, method } : { view });
    if (hash !== location.hash) history.replaceState(null, '', hash);
  };
  void follow();
  addEventListener('hashchange', () => void follow());
  useChoices.subscribe(keep);
  useTrial.subscribe(keep);
}
