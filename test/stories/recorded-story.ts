import { readFileSync } from 'node:fs';
import type { Fact } from '../../src/analysis/facts/fact';
import { Replay } from '../../src/analysis/replay/replay';
import { type Sessions, sessionsOf } from '../../src/analysis/session/sessions';
import { storiesOf } from '../../src/analysis/story/moments';
import { inWords } from '../build/moments';
import { digestOf } from '../build/trace';

/** The rows of a recording. */
export const rowsOf = (app: string) => {
  const facts: readonly Fact[] = JSON.parse(readFileSync(new URL(`${app}.json`, import.meta.url), 'utf8'));
  return new Replay().add(facts).rows;
};

/** The sessions in the recording of a real application. */
export const sessionsIn = (app: string): Sessions => sessionsOf(rowsOf(app), digestOf);

/** What the recording of a real application tells. docs/stories.md says what the application really did. */
export function storyOf(app: string) {
  const rows = rowsOf(app);
  const sessions = sessionsOf(rows, digestOf);
  const [story] = storiesOf(sessions, rows);
  const [site] = sessions.sites;
  return {
    moments: story?.moments.map(inWords),
    roles: Object.fromEntries([...sessions.roles].map(([key, { role }]) => [key.split('\t')[0], role])),
    guards: site?.csrf.guards.map(({ kind, name, cookie }) => `${name} ${kind} ${cookie?.split('\t')[0] ?? '-'}`),
  };
}
