import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { momentsIn, sessionsIn } from '../../../../test/build/sign-in-script';

const authorize = (state: string, more = '') =>
  `https://idp.test/authorize?client_id=shop&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state={${state}:24}${more}`;

const SIGNED_IN = `
  GET /account 302 ${authorize('S')}
  -> ${authorize('S')} 200
  POST https://idp.test/login [username password] 302 https://app.example/cb?code=c&state={S:24}
  -> https://app.example/cb?code=c&state={S:24} 302 /account | sid={B}; HttpOnly
  -> https://app.example/account 200
`;

/** A frame that asks without a page, and what the other site answers. */
const renewal = (answer: string, end: string) => `${SIGNED_IN}
  frame GET /renew 302 ${authorize('R', '&prompt=none')}
  -> ${authorize('R', '&prompt=none')} 302 https://app.example/cb?${answer}&state={R:24}
  -> https://app.example/cb?${answer}&state={R:24} ${end}
  GET https://app.example/account 200
`;

describe('a silent renewal in a frame', () => {
  it('is told as renewed, beside the sign-in, and ends no session', () => {
    const { transactions, sites } = sessionsIn(renewal('code=d', '200'));
    expect(transactions.map(({ isSilent, outcome }) => [isSilent, outcome.kind])).toEqual([
      [false, 'signed-in'],
      [true, 'renewed'],
    ]);
    expect(sites.find(({ site }) => site === 'app.example')?.signIns).toMatchObject([{ end: null }]);
  });

  it('is told as refused where nobody is signed in there, or its cookie does not go into the frame', () => {
    const { transactions } = sessionsIn(renewal('error=login_required', '200'));
    expect(transactions.at(-1)).toMatchObject({
      isSilent: true,
      outcome: { kind: 'refused-by-provider', error: 'login_required' },
    });
  });

  it('is a moment of the story, and asks nobody', () => {
    const moments = momentsIn(renewal('code=d', '200'));
    expect(moments.filter(({ kind }) => kind === 'left-for-provider')).toMatchObject([{ isSilent: false }, { isSilent: true }]);
    expect(moments.filter(({ kind }) => kind === 'provider-asked')).toHaveLength(1);
  });
});

describe('the frames in which the end is told to other applications', () => {
  const END = 'https://idp.test/session/end?id_token_hint=x.y.z';
  const frames = (...lines: readonly string[]) =>
    sessionsIn(`${SIGNED_IN}\nGET ${END} 200\n${lines.join('\n')}`).singleSignOuts.map((each) => each.frames.length);
  const request = encodeURIComponent(
    deflateRawSync('<LogoutRequest ID="_l1"><Issuer>i</Issuer></LogoutRequest>').toString('base64'),
  );

  it.each([
    ['by OpenID Connect, with issuer and session', 'https://mail.test/fc?iss=https%3A%2F%2Fidp.test&sid=1'],
    ['by OpenID Connect, without', 'https://mail.test/oidc/logout'],
    ['by SAML', `https://mail.test/slo?SAMLRequest=${request}`],
    ['by WS-Federation', 'https://mail.test/?wa=wsignoutcleanup1.0'],
  ])('%s', (_, url) => {
    expect(frames(`frame GET ${url} 200`, 'frame GET https://app.example/signout 200')).toEqual([2]);
  });

  it('are not the frames of the other site itself, nor pages that sign nobody out, nor what comes later', () => {
    expect(frames('frame GET https://idp.test/logout-check 200', 'frame GET https://ads.test/banner 200')).toEqual([0]);
    expect(frames('wait 60', 'frame GET https://mail.test/oidc/logout 200')).toEqual([0]);
  });

  it('are told in the story', () => {
    const moments = momentsIn(
      `${SIGNED_IN}\nGET https://app.example/logout 302 ${END} | sid=; Max-Age=0\n-> ${END} 200\nframe GET https://mail.test/oidc/logout 200`,
    );
    expect(moments.find(({ kind }) => kind === 'single-sign-out')).toMatchObject({ frames: 1 });
  });
});
