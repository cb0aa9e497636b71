import type { IncidentExample } from '../../src/analysis/incidents/engine/example';
import type { ExampleStep } from '../../src/analysis/rules/engine/example';
import { plain } from '../../src/analysis/rules/engine/sentence';
import { incidentsIn } from '../build/incident-examples';
import { hop, ID, LOGIN, page, post, to } from './steps';

/** What happens at a site where nothing is wrong with a cookie. */
export type SoundSite = readonly [what: string, steps: readonly ExampleStep[]];

export const SHOP = 'https://shop.example';
export const session = (more = '; SameSite=Lax') => `sid=${ID}; Path=/; Secure; HttpOnly${more}`;
export const signedIn = (more?: string): readonly ExampleStep[] => [
  page(`${SHOP}/login`),
  post(`${SHOP}/login`, LOGIN, { ...to('/account'), sets: [session(more)] }),
  hop(`${SHOP}/account`),
];

/** What is told of it in either browser, with and without third-party cookies: nothing should be. */
export const toldOf = (steps: readonly ExampleStep[]): readonly string[] =>
  CIRCUMSTANCES.flatMap((more) => incidentsIn({ steps, ...more }).all.map(({ kind, heading }) => `${kind}: ${plain(heading)}`));

const CIRCUMSTANCES: readonly Pick<IncidentExample, 'browser' | 'thirdParty'>[] = [
  { browser: 'chromium', thirdParty: 'allow' },
  { browser: 'chromium', thirdParty: 'block' },
  { browser: 'firefox' },
];
