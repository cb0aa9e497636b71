import { describe, expect, it, test } from 'vitest';
import { incidentsIn } from '../../../test/build/incident-examples';
import { authorize, framed, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../../../test/reports/steps';
import type { IncidentExample } from '../incidents/engine/example';
import type { ExampleStep } from '../rules/engine/example';
import { storiesOf } from './moments';

const APP = 'https://app.example';
const IDP = 'https://idp.example';
const NEW = '5b0cf1a7e29d4a3c8f6610d2b7e94c35';

const signedIn = ({ app = 'Lax', idp = 'Lax' } = {}): readonly ExampleStep[] => [
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

type Recorded = Pick<IncidentExample, 'browser' | 'thirdParty'>;

/** The incidents of a visit, and the stories of its sites. */
function told(steps: readonly ExampleStep[], recorded: Recorded = {}) {
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

describe('a renewal in a frame', () => {
  const ASKED = `${authorize(`${APP}/silent/end`).replace(STATE, 'an0therstate2w0rds9')}&prompt=none`;
  const renewal = (answer: string, end: Partial<ExampleStep> = {}): readonly ExampleStep[] => [
    framed(`GET ${APP}/silent`, APP, {
      ...to(ASKED),
      sets: ['silent_state=an0therstate2w0rds9; Path=/; Secure; HttpOnly; SameSite=Lax'],
    }),
    framed(`GET ${ASKED}`, APP, { isRedirect: true, ...to(`${APP}/silent/end?${answer}&state=an0therstate2w0rds9`) }),
    framed(`GET ${APP}/silent/end?${answer}&state=an0therstate2w0rds9`, APP, { isRedirect: true, ...end }),
    page(`${APP}/account`),
  ];
  const refused = renewal('error=login_required', { sets: ['silent_state=; Path=/; Max-Age=0; Secure'] });

  test.each<[string, string, Recorded, string]>([
    ['Lax', 'Lax', {}, 'withheld'],
    ['None, and third-party cookies are blocked', 'None', { thirdParty: 'block' }, 'withheld'],
    ['None, and Firefox keeps third parties apart', 'None', { browser: 'firefox' }, 'other-partition'],
  ])('the cookie of the other site is %s: one incident, and the session goes on', (_, idp, recorded, cause) => {
    const { incidents, app, phases } = told([...signedIn({ idp }), ...refused], recorded);
    expect(incidents).toEqual([`embedded-session idp_session ${cause}`]);
    expect(app.filter(({ kind }) => kind === 'came-back')).toMatchObject([
      { outcome: 'signed-in', isSilent: false },
      { outcome: 'refused-by-provider', isSilent: true, error: 'login_required', unsent: ['idp_session'] },
    ]);
    expect(phases).toEqual(['anonymous', 'signed-in']);
    const kinds = app.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'signed-in')).toHaveLength(1);
    expect(kinds).not.toContain('credentials-refused');
    expect(kinds).not.toContain('session-expired');
  });

  it('that is refused at once does not make the sign-in before it a refused one', () => {
    const atOnce = [...signedIn().slice(0, -1), ...refused];
    expect(told(atOnce).transactions.map(({ outcome }) => outcome.kind)).toEqual(['signed-in', 'refused-by-provider']);
  });

  it('that finds nobody signed in at the other site is no incident, and told without a cookie', () => {
    const { incidents, app } = told([page(`${APP}/`), ...refused]);
    expect(incidents).toEqual([]);
    expect(app.find(({ kind }) => kind === 'came-back')).toMatchObject({ isSilent: true, unsent: [] });
  });

  it('that succeeds renews the id, and signs nobody in', () => {
    const end = {
      sets: [`sid=${NEW}; Path=/; Secure; HttpOnly; SameSite=Lax`, 'silent_state=; Path=/; Max-Age=0; Secure'],
    };
    const { incidents, app, transactions } = told([...signedIn({ idp: 'None' }), ...renewal('code=an0ther', end)]);
    expect(incidents).toEqual([]);
    expect(transactions.map(({ outcome }) => outcome.kind)).toEqual(['signed-in', 'renewed']);
    expect(app.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
    expect(app.find(({ kind }) => kind === 'id-renewed')).toMatchObject({ count: 1 });
    expect(app.map(({ kind }) => kind)).not.toContain('concurrent-session');
  });

  it('whose answer comes by form without the Lax cookie of its own: one incident of that cookie', () => {
    const byForm: readonly ExampleStep[] = [
      framed(`GET ${APP}/silent`, APP, {
        ...to(`${ASKED}&response_mode=form_post`),
        sets: ['silent_state=an0therstate2w0rds9; Path=/; Secure; HttpOnly; SameSite=Lax'],
      }),
      framed(`GET ${ASKED}&response_mode=form_post`, APP, { isRedirect: true }),
      framed(`POST ${APP}/silent/end`, APP, {
        from: IDP,
        fields: { code: 'an0ther', state: 'an0therstate2w0rds9' },
        ...to('/sign-in?error=state'),
      }),
    ];
    const { incidents, transactions } = told([...signedIn({ idp: 'None' }), ...byForm]);
    expect(incidents).toEqual(['federated-sign-in silent_state withheld']);
    expect(transactions.at(-1)).toMatchObject({
      isSilent: true,
      withheld: ['silent_state'],
      outcome: { kind: 'refused-by-application' },
    });
  });
});

describe('a sign-out at the other site, told in a frame', () => {
  const NAMED = '?iss=https%3A%2F%2Fidp.example&sid=s1d4of7he9session';
  const out = (answer: Partial<ExampleStep> = {}, query = NAMED): readonly ExampleStep[] => [
    page(`${IDP}/session/end`),
    post(
      `${IDP}/session/end/confirm`,
      { xsrf: 'x', logout: 'yes' },
      { sets: ['idp_session=; Path=/; Max-Age=0; Secure; HttpOnly'] },
    ),
    framed(`GET ${APP}/front-channel${query}`, IDP, answer),
  ];
  const stillServed = page(`${APP}/account`);
  const askedAgain = [page(`${APP}/account`, to('/sign-in')), hop(`${APP}/sign-in`)];

  test.each<[string, string, Recorded, string]>([
    ['Lax', 'Lax', {}, 'withheld'],
    ['None, and third-party cookies are blocked', 'None', { thirdParty: 'block' }, 'withheld'],
    ['None, and Firefox keeps third parties apart', 'None', { browser: 'firefox' }, 'other-partition'],
  ])('the session is %s: one incident, and nobody is told as signed out', (_, app, recorded, cause) => {
    const { incidents, app: moments, phases } = told([...signedIn({ app }), ...out(), stillServed], recorded);
    expect(incidents).toEqual([`sign-out-ineffective sid ${cause}`]);
    expect(moments.find(({ kind }) => kind === 'signed-out')).toMatchObject({
      by: 'frame',
      withheld: ['sid'],
      certainty: 'cannot-tell',
    });
    expect(moments.find(({ kind }) => kind === 'id-reused')).toMatchObject({ answered: 'authenticated' });
    expect(phases).toEqual(['anonymous', 'signed-in']);
  });

  it('and the server ends the session without its cookie: signed out, the id refused, no incident', () => {
    const { incidents, app, phases } = told([...signedIn(), ...out(), ...askedAgain]);
    expect(incidents).toEqual([]);
    expect(app.find(({ kind }) => kind === 'signed-out')).toMatchObject({ by: 'frame', certainty: 'observed' });
    expect(app.find(({ kind }) => kind === 'id-reused')).toMatchObject({ answered: 'refused' });
    expect(app.map(({ kind }) => kind)).not.toContain('session-expired');
    expect(phases).toEqual(['anonymous', 'signed-in', 'signed-out']);
  });

  it('and the cookie goes there with SameSite=None, where the browser lets it: signed out, and the cookie deleted', () => {
    const deleted = { sends: `sid=${ID}`, sets: ['sid=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None'] };
    const { incidents, app } = told([...signedIn({ app: 'None' }), ...out(deleted), ...askedAgain]);
    expect(incidents).toEqual([]);
    expect(app.find(({ kind }) => kind === 'signed-out')).toMatchObject({ certainty: 'observed', withheld: [] });
  });

  it('is told by both stories, as begun there', () => {
    const { app, idp } = told([...signedIn(), ...out(), ...askedAgain]);
    const single = { provider: 'idp.example', beganThere: true, frames: 1 };
    expect(idp.filter(({ kind }) => kind === 'single-sign-out')).toMatchObject([single]);
    expect(app.filter(({ kind }) => kind === 'single-sign-out')).toMatchObject([single]);
    expect(idp.find(({ kind }) => kind === 'signed-out')).toMatchObject({ by: 'form', certainty: 'observed' });
  });

  it('is none where the frame names another issuer than a site, or the application itself', () => {
    const { app, incidents } = told([...signedIn(), ...out({}, '?iss=me&sid=1'), stillServed]);
    expect(incidents).toEqual([]);
    expect(app.map(({ kind }) => kind)).not.toContain('signed-out');
  });
});

describe('the other site’s own story', () => {
  it.each(['/callback', '/login/callback', '/signin-oidc'])(
    'is signed in, and neither out nor over, when it leads back to %s',
    (path) => {
      const asked = authorize(`${APP}${path}`);
      const back = `${APP}${path}?code=c0de&state=${STATE}`;
      const { idp } = told([
        page(`${APP}/start`, { ...to(asked), sets: [`oidc_state=${STATE}; Path=/; Secure; HttpOnly; SameSite=Lax`] }),
        { ask: `GET ${asked}`, isRedirect: true, ...to(`${IDP}/interaction/1`) },
        { ask: `GET ${IDP}/interaction/1`, isRedirect: true },
        post(`${IDP}/interaction/1/login`, LOGIN, {
          ...to('/interaction/2'),
          sets: [`idp_session=${OTHER}; Path=/; Secure; HttpOnly`, `interaction=${NEW}; Path=/interaction; Secure; HttpOnly`],
        }),
        hop(`${IDP}/interaction/2`),
        // The consent renews the session, and ends what the interaction had.
        post(
          `${IDP}/interaction/2/consent`,
          { consent: 'yes' },
          {
            ...to(back),
            sets: [`idp_session=${ID}; Path=/; Secure; HttpOnly`, 'interaction=; Path=/interaction; Max-Age=0; Secure; HttpOnly'],
          },
        ),
        { ask: `GET ${back}`, from: IDP, isRedirect: true, ...to('/account'), sets: [`sid=${NEW}; Path=/; Secure; HttpOnly`] },
        { ask: `GET ${APP}/account`, from: IDP, isRedirect: true },
      ]);
      const kinds = idp.map(({ kind }) => kind);
      expect(kinds).toContain('signed-in');
      expect(
        kinds.filter((kind) => kind === 'signed-out' || kind === 'session-expired' || kind === 'credentials-unanswered'),
      ).toEqual([]);
    },
  );

  it('of an application’s renewal by the whole page: the session goes on, and its id is renewed', () => {
    const asked = `${authorize(`${APP}/sign-in/renewed`).replace(STATE, 'an0therstate2w0rds9')}&prompt=none`;
    const back = `${APP}/sign-in/renewed?code=an0ther&state=an0therstate2w0rds9`;
    const { app, phases, incidents } = told([
      ...signedIn(),
      page(`${APP}/renewal`, to('/sign-in/silent')),
      hop(`${APP}/sign-in/silent`, {
        ...to(asked),
        sets: ['silent_state=an0therstate2w0rds9; Path=/; Secure; HttpOnly; SameSite=Lax'],
      }),
      { ask: `GET ${asked}`, from: APP, isRedirect: true, ...to(back) },
      {
        ask: `GET ${back}`,
        from: APP,
        isRedirect: true,
        ...to('/account'),
        sets: [`sid=${NEW}; Path=/; Secure; HttpOnly; SameSite=Lax`, 'silent_state=; Path=/; Max-Age=0; Secure'],
      },
      hop(`${APP}/account`),
      page(`${APP}/orders`),
    ]);
    expect(incidents).toEqual([]);
    expect(phases).toEqual(['anonymous', 'signed-in']);
    expect(app.find(({ kind }) => kind === 'id-renewed')).toMatchObject({ count: 1 });
    expect(app.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
  });
});
