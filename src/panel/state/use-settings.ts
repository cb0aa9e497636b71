import { create } from 'zustand';
import { IGNORED_KEY } from './ignored-findings';
import { removeStored, store, storedJson } from './preferences-storage';
import { type PanelSettings, settingsFrom } from './settings';

const KEY = 'settings';

interface SettingsStore extends PanelSettings {
  readonly set: (settings: Partial<PanelSettings>) => void;
}

export const useSettings = create<SettingsStore>((set, get) => ({
  ...settingsFrom(storedJson(KEY)),
  set: (settings) => {
    set(settings);
    store(KEY, JSON.stringify(settingsFrom(get())));
  },
}));

/** Forgets filters, columns, widths and sizes that were kept; the settings and what is ignored stay. */
export const forgetLayout = (): void => removeStored([KEY, IGNORED_KEY]);
