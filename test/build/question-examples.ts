import { readdirSync } from 'node:fs';
import type { QuestionExample } from '../../src/analysis/ask/engine/define';

const FOLDER = new URL('../../src/analysis/ask/list/', import.meta.url);

/** The questions by the names of their files, which are their ids, with their examples. */
export const questionFiles: readonly (readonly [string, readonly QuestionExample[]])[] = await Promise.all(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts'))
    .map(async (name) => {
      const { examples } = await import(new URL(name, FOLDER).href);
      return [name.slice(0, -3), (examples as () => readonly QuestionExample[])()] as const;
    }),
);
