import { readFileSync } from 'node:fs';
import type { Fact } from '../../src/analysis/facts/fact';
import { Replay } from '../../src/analysis/replay/replay';
import { sessionsOf } from '../../src/analysis/session/sign-in';
import { storiesOf } from '../../src/analysis/story/moments';
import { inWords } from '../build/moments';
import { digestOf } from '../build/trace';

/** What the recording of a real application tells. docs/stories.md says what the application really did. */
export function toldOf(app: string) {
  const facts: readonly Fact[] = JSON.parse(readFileSync(new URL(`${app}.json`, import.meta.url), 'utf8'));
  const { rows } = new Replay().add(facts);
  const sessions = sessionsOf(rows, digestOf);
  const [story] = storiesOf(sessions, rows);
  const [site] = sessions.sites;
  return {
    moments: story?.moments.map(inWords),
    roles: Object.fromEntries([...sessions.roles].map(([key, { role }]) => [key.split('\t')[0], role])),
    guards: site?.csrf.guards.map(({ kind, name, cookie }) => `${name} ${kind} ${cookie?.split('\t')[0] ?? '-'}`),
  };
}
