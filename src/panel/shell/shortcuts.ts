import { useEffect } from 'react';
import { useChoices, VIEWS } from '../state/choices';
import { goBack, showIncident } from '../state/navigation-history';
import { usePanel } from '../state/panel-context';
import { claimEscape } from './escape';
import { LEGEND_BUTTON } from './legend-button';

/** Keys that work anywhere in the panel: filter, record, clear, views, and the copy of the fix. */
export function useShortcuts(): void {
  const { recording, analysis, actions } = usePanel();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const used = act(event, {
        filter: () => document.querySelector<HTMLInputElement>('#filter')?.select(),
        record: () => actions.record(!recording.recorded.isRecording),
        clear: actions.clear,
        view: (index) => {
          const view = VIEWS[index];
          if (view) useChoices.getState().show(view);
        },
        legend: () => document.getElementById(LEGEND_BUTTON)?.click(),
        incident: () => showIncident(analysis.result?.incidents.all.at(-1)?.id ?? null, 'heading'),
        copy: () => document.querySelector<HTMLButtonElement>('.explanation .fix button, .incident-body .fix button')?.click(),
      });
      if (used) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    document.body.addEventListener('keydown', claimEscape);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.body.removeEventListener('keydown', claimEscape);
    };
  }, [recording, analysis, actions]);
}

interface Acts {
  readonly filter: () => void;
  readonly record: () => void;
  readonly clear: () => void;
  readonly view: (index: number) => void;
  readonly copy: () => void;
  readonly legend: () => void;
  readonly incident: () => void;
}

function act(event: KeyboardEvent, acts: Acts): boolean {
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    const held = { f: acts.filter, e: acts.record, l: acts.clear }[key];
    held?.();
    return held !== undefined;
  }
  if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && key === 'arrowleft' && !isTyping(event.target)) {
    goBack();
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  if (key === '/') {
    acts.filter();
    return true;
  }
  if (key === '?') {
    useChoices.getState().showKeys(true);
    return true;
  }
  if (key === 'l' && !event.defaultPrevented) {
    acts.legend();
    return true;
  }
  if (/^[1-6]$/.test(key)) {
    acts.view(Number(key) - 1);
    return true;
  }
  if (key === 'i' && !event.defaultPrevented) {
    acts.incident();
    return true;
  }
  // In a list a letter leads to what begins with it.
  if (key === 'c' && !event.defaultPrevented) {
    acts.copy();
    return true;
  }
  return false;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
