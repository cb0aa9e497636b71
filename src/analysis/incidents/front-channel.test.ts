import { describe, expect, it, test } from 'vitest';
import { APP, IDP, NEW, type Recorded, signedIn, told } from '../../../test/build/provider-visit';
import { authorize, framed, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../../../test/reports/steps';
import type { ExampleStep } from '../rules/engine/example';

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
});
