import { create } from 'zustand';
import { EXAMPLES, type Trial } from './trial';

const FIRST: Trial = EXAMPLES[1] ?? { line: '', url: 'https://shop.example/', as: 'page', top: '', method: 'GET' };

/** The line that is being tried; other views put one here. */
export const useTrial = create<{ readonly trial: Trial; readonly set: (trial: Trial) => void }>((set) => ({
  trial: FIRST,
  set: (trial) => set({ trial }),
}));
