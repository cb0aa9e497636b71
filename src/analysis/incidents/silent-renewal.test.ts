import { describe, expect, it, test } from 'vitest';
import { APP, IDP, NEW, type Recorded, signedIn, told } from '../../../test/build/provider-visit';
import { authorize, framed, hop, OTHER, page, STATE, to } from '../../../test/reports/steps';
import type { ExampleStep } from '../rules/engine/example';

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
    const refusedAtFirst = [...signedIn().slice(0, -1), ...refused];
    expect(told(refusedAtFirst).transactions.map(({ outcome }) => outcome.kind)).toEqual(['signed-in', 'refused-by-provider']);
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

  it('behind whose redirect Firefox withholds Lax: of its own cookie where that is Lax, else of the session', () => {
    const inFirefox = (sameSite: string) =>
      told(
        [
          ...signedIn({ idp: 'None' }),
          page(`${APP}/orders`, { sets: [`__Host-csrf=${NEW}; Path=/; Secure; HttpOnly; SameSite=Strict`] }),
          framed(`GET ${APP}/silent`, APP, {
            ...to(ASKED),
            sets: [`silent_state=an0therstate2w0rds9; Path=/; Secure; HttpOnly; SameSite=${sameSite}`],
          }),
          // Firefox lets its cookie go where the user has just come from there.
          framed(`GET ${ASKED}`, APP, {
            isRedirect: true,
            sends: `idp_session=${OTHER}`,
            ...to(`${APP}/silent/end?code=an0ther&state=an0therstate2w0rds9`),
          }),
          framed(`GET ${APP}/silent/end?code=an0ther&state=an0therstate2w0rds9`, APP, { isRedirect: true, status: 400 }),
        ],
        { browser: 'firefox' },
      ).incidents;
    expect(inFirefox('Lax')).toEqual(['federated-sign-in silent_state withheld']);
    expect(inFirefox('None')).toEqual(['federated-sign-in sid withheld']);
  });
});

it('a renewal by the whole page: the session goes on, and its id is renewed', () => {
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
