import type { IncidentExample } from '../../src/analysis/incidents/engine/example';
import type { ExampleStep } from '../../src/analysis/rules/engine/example';
import { storiesOf } from '../../src/analysis/story/moments';
import { authorize, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../reports/steps';
import { incidentsIn } from './incident-examples';

export const APP = 'https://app.example';
export const IDP = 'https://idp.example';
export const NEW = '5b0cf1a7e29d4a3c8f6610d2b7e94c35';

/** Signs in through the other site, and looks at a page. @param app, idp SameSite of the two sessions */
export const signedIn = ({ app = 'Lax', idp = 'Lax' } = {}): readonly ExampleStep[] => [
  page(`${APP}/account`, to('/sign-in')),
  hop(`${APP}/sign-in`),
  page(`${APP}/sign-in/start`, {
    ...to(authorize(`${APP}/callback`)),
    sets: [`oidc_state=${STATE}; Path=/; Secure; HttpOnly; SameSite=Lax`],
  }),
  { ask: `GET ${authorize(`${APP}/callback`)}`, isRedirect: true },
  post(`${IDP}/login`, LOGIN, {
    ...to(`${APP}/callback?code=c0de&state=${STATE}`),
    sets: [`idp_session=${OTHER}; Path=/; Secure; HttpOnly; SameSite=${idp}`],
  }),
  {
    ask: `GET ${APP}/callback?code=c0de&state=${STATE}`,
    from: IDP,
    isRedirect: true,
    ...to('/account'),
    sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=${app}`, 'oidc_state=; Path=/; Max-Age=0; Secure'],
  },
  { ask: `GET ${APP}/account`, from: IDP, isRedirect: true },
  page(`${APP}/orders`),
];

export type Recorded = Pick<IncidentExample, 'browser' | 'thirdParty'>;

/** The incidents of a visit, and the stories of its sites. */
export function told(steps: readonly ExampleStep[], recorded: Recorded = {}) {
  const { all, scene } = incidentsIn({ steps, ...recorded });
  const stories = storiesOf(scene.sessions, scene.rows);
  const storyOf = (site: string) => stories.find((story) => story.site === site);
  return {
    incidents: all.map(({ kind, cookie, cause }) => `${kind} ${cookie?.name} ${cause}`),
    app: storyOf('app.example')?.moments ?? [],
    idp: storyOf('idp.example')?.moments ?? [],
    phases: storyOf('app.example')?.phases.map(({ kind }) => kind) ?? [],
    transactions: scene.sessions.transactions,
  };
}
