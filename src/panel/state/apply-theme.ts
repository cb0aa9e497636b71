import type { Theme } from '../../platform/theme';
import { showTheme } from '../shared/theme/show-theme';
import { useSettings } from './use-settings';

/**
 * Shows the theme that the reader chose, or that of DevTools, and changes with both.
 * @param follow calls with the theme of DevTools now and whenever it changes; null = there is none
 */
export function showChosenTheme(follow: (apply: (theme: Theme | null) => void) => void): void {
  let ofDevTools: Theme | null = null;
  const show = () => {
    const { theme } = useSettings.getState();
    showTheme(theme === 'devtools' ? ofDevTools : theme);
  };
  follow((theme) => {
    ofDevTools = theme;
    show();
  });
  useSettings.subscribe(show);
}
