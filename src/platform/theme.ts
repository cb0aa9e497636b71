import { browser } from './browser';

/** The two themes of DevTools. */
export type Theme = 'light' | 'dark';

// Chromium calls back through a setter of its own and has no event; webextension-polyfill types neither.
interface ThemedPanels {
  readonly themeName?: string;
  readonly onThemeChanged?: { addListener(listener: (name: string) => void): void };
  setThemeChangeHandler?(handler: (name: string) => void): void;
}

/**
 * Tells the theme of DevTools now and whenever it changes; `null` = the page is not in DevTools, or its theme is
 * one of neither kind, so the system's shall do.
 */
export function followTheme(show: (theme: Theme | null) => void): void {
  const panels: ThemedPanels | undefined = browser.devtools?.panels;
  show(themeOf(panels?.themeName));
  const change = (name: string) => show(themeOf(name));
  if (panels?.onThemeChanged) panels.onThemeChanged.addListener(change);
  else panels?.setThemeChangeHandler?.(change);
}

/** Chromium names its light theme `default`. */
function themeOf(name: string | undefined): Theme | null {
  if (name === 'dark') return 'dark';
  return name === 'light' || name === 'default' ? 'light' : null;
}
