import { create } from 'zustand';
import { forgetKept, keep, keptJson } from '../kept';
import { type Settings, settingsFrom } from './settings';

const KEY = 'settings';

interface SettingsStore extends Settings {
  readonly set: (settings: Partial<Settings>) => void;
}

export const useSettings = create<SettingsStore>((set, get) => ({
  ...settingsFrom(keptJson(KEY)),
  set: (settings) => {
    set(settings);
    keep(KEY, JSON.stringify(settingsFrom(get())));
  },
}));

/** Forgets filters, columns, widths and sizes that were kept; the settings stay. */
export const forgetLayout = (): void => forgetKept([KEY]);
