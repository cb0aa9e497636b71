import { store, storedJson, useStored } from '../../panel/state/preferences-storage';
import type { Lesson } from './lesson';

/** Scenes that were answered right; they are kept in this browser. */
const KEY = 'lessons';

const answeredIn = (json: unknown): readonly string[] =>
  Array.isArray(json) ? json.filter((each) => typeof each === 'string') : [];

/** The ids of the scenes that were answered right. */
export function useAnswered(): ReadonlySet<string> {
  useStored(KEY);
  return new Set(answeredIn(storedJson(KEY)));
}

export function markAnswered(scene: string): void {
  store(KEY, JSON.stringify([...new Set([...answeredIn(storedJson(KEY)), scene])]));
}

/** Whether each scene of a lesson was answered. */
export const isDone = ({ scenes }: Lesson, answered: ReadonlySet<string>): boolean => scenes.every(({ id }) => answered.has(id));
