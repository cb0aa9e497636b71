import type { Theme } from '../../../platform/theme';

/** Puts the theme on the document; `null` leaves it to the system. */
export function showTheme(theme: Theme | null): void {
  const root = document.documentElement;
  if (theme === null) delete root.dataset.theme;
  else root.dataset.theme = theme;
}
