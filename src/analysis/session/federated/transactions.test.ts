import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sessionsIn } from '../../../../test/build/sign-in-script';

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const AUTHORIZE = `https://idp.test/authorize?client_id=shop&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&state={S:24}&nonce={N:24}&code_challenge=${CHALLENGE}&code_challenge_method=S256`;

const CODE_FLOW = (
  callback = 'state={S:24}',
  cookies = `state={S:24}; Max-Age=600; HttpOnly | pkce=${VERIFIER}; Max-Age=600; HttpOnly`,
) => `
  GET /account 302 /login
  -> /login 302 ${AUTHORIZE} | ${cookies}
  -> ${AUTHORIZE} 200 | idp={I:40}; HttpOnly
  POST https://idp.test/login [username password] 302 https://app.example/callback?code=c0de&${callback} | idp={J:40}; HttpOnly
  -> https://app.example/callback?code=c0de&${callback} 302 /account | sid={B}; HttpOnly | state=; Max-Age=0 | pkce=; Max-Age=0
  -> https://app.example/account 200
  GET https://app.example/account 200
`;

const transactions = (lines: string) => sessionsIn(lines).transactions;
const compared = (lines: string) =>
  transactions(lines).flatMap(({ comparisons }) =>
    comparisons.map(
      ({ what, equal, back, left }) => `${what} ${left.map(({ kind }) => kind).join('+')} -> ${back?.kind ?? '-'} ${equal}`,
    ),
  );

describe('code with PKCE', () => {
  it('is one transaction from the application to the other site and back', () => {
    const [transaction, ...others] = transactions(CODE_FLOW());
    expect(others).toEqual([]);
    expect(transaction).toMatchObject({
      protocol: 'openid-connect',
      application: 'app.example',
      provider: 'idp.test',
      isSilent: false,
    });
    expect(transaction?.hops.map(({ part }) => part)).toEqual(['start', 'start', 'leave', 'credentials', 'return', 'landing']);
    expect(transaction?.outcome).toMatchObject({ kind: 'signed-in' });
  });

  it('follows state and verifier by cookie, address and return', () => {
    expect(compared(CODE_FLOW())).toEqual([
      'state cookie+address -> address true',
      'nonce address -> - null',
      'pkce cookie+address -> - null',
    ]);
  });

  it('tells a state that came back changed', () => {
    expect(compared(CODE_FLOW('state=another-state-of-24-char'))[0]).toBe('state cookie+address -> address false');
  });

  it('gives no value of state, nonce, code or verifier away', () => {
    const said = JSON.stringify(
      transactions(CODE_FLOW()).map(({ comparisons, cookies, outcome }) => [
        comparisons.map(({ what, mark, equal }) => [what, mark, equal]),
        cookies.map(({ holds, setBy, endedBy }) => [holds, setBy, endedBy]),
        outcome,
      ]),
    );
    expect(said).not.toContain(VERIFIER);
    expect(said).not.toContain('c0de');
  });

  it('knows its cookies as those of a transaction', () => {
    const { roles } = sessionsIn(
      CODE_FLOW('state={S:24}', `a1={S:24}; Max-Age=600; HttpOnly | a2=${VERIFIER}; Max-Age=600; HttpOnly`)
        .replaceAll('state=;', 'a1=;')
        .replaceAll('pkce=;', 'a2=;'),
    );
    const role = (name: string) => [...roles].find(([key]) => key.startsWith(`${name}\t`))?.[1].role;
    expect([role('a1'), role('a2'), role('sid')]).toEqual(['sign-in-transaction', 'sign-in-transaction', 'session-id']);
  });
});

it('the answer by form carries the state as a digest', () => {
  const lines = `
    GET /login 302 https://idp.test/authorize?client_id=shop&response_type=code&response_mode=form_post&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state={S:24}
    -> https://idp.test/authorize?client_id=shop&response_type=code&response_mode=form_post&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state={S:24} 200
    POST https://app.example/cb [code state={S:24}] 302 /account | sid={B}; HttpOnly
    -> https://app.example/account 200
  `;
  expect(compared(lines)).toEqual(['state address -> field true']);
  expect(transactions(lines)[0]).toMatchObject({ protocol: 'oauth2', answer: { binding: 'form' } });
});

describe('how it ended', () => {
  it('refused by the other site', () => {
    const lines = CODE_FLOW()
      .replaceAll('code=c0de', 'error=access_denied')
      .replaceAll('302 /account | sid={B}; HttpOnly | ', '302 /login?error=denied | ')
      .replace('-> https://app.example/account 200', '-> https://app.example/login?error=denied 200');
    expect(transactions(lines)[0]?.outcome).toMatchObject({ kind: 'refused-by-provider', error: 'access_denied' });
  });

  it('the browser did not come back', () => {
    expect(transactions(`GET /login 302 ${AUTHORIZE}\n-> ${AUTHORIZE} 200`)[0]?.outcome).toMatchObject({ kind: 'not-returned' });
  });

  it('asked again with the same request after the form of the other site, it is still one', () => {
    const lines = CODE_FLOW()
      .replace('302 https://app.example/callback', `302 ${AUTHORIZE}`)
      .replace(
        '-> https://app.example/callback',
        `-> ${AUTHORIZE} 302 https://app.example/callback?code=c0de&state={S:24}\n  -> https://app.example/callback`,
      );
    expect(transactions(lines)).toHaveLength(1);
  });
});

it('a page that is asked with prompt=none is a silent renewal', () => {
  const [transaction] = transactions(CODE_FLOW().replaceAll('&state={S:24}&nonce', '&prompt=none&state={S:24}&nonce'));
  expect(transaction?.isSilent).toBe(true);
});

describe('SAML', () => {
  const request = deflateRawSync(
    '<AuthnRequest ID="_a1f7" IssueInstant="2026-11-23T12:00:00Z" AssertionConsumerServiceURL="https://app.example/acs"><Issuer>https://app.example/sp</Issuer></AuthnRequest>',
  ).toString('base64');
  const SSO = `https://idp.test/sso?SAMLRequest=${encodeURIComponent(request)}&RelayState={R:24}`;
  const lines = `
    GET /account 302 ${SSO} | saml_req={R:24}; Max-Age=600; HttpOnly
    -> ${SSO} 200
    POST https://idp.test/login [username password] 200
    POST https://app.example/acs [SAMLResponse RelayState={R:24}] 302 /account | sid={B}; HttpOnly
    -> https://app.example/account 200
    GET https://app.example/account 200
  `;

  it('is paired by where the request asks the answer to go', () => {
    expect(transactions(lines)).toMatchObject([
      {
        protocol: 'saml',
        provider: 'idp.test',
        application: 'app.example',
        answer: { binding: 'form' },
        outcome: { kind: 'signed-in' },
      },
    ]);
  });

  it('follows RelayState by digest, and the request’s id as far as the answer was read', () => {
    expect(compared(lines)).toEqual(['request-id address -> - null', 'relay-state cookie+address -> field true']);
  });

  it('an answer that nobody asked for begins at the other site', () => {
    expect(
      transactions(
        'GET https://idp.test/apps 200\nPOST https://app.example/acs [SAMLResponse] 302 /home | sid={B}; HttpOnly\n-> https://app.example/home 200',
      ),
    ).toMatchObject([{ protocol: 'saml', leave: null, application: 'app.example' }]);
  });

  it('a deflate bomb in the address leaves a note and nothing else', () => {
    const bomb = encodeURIComponent(deflateRawSync(Buffer.alloc(3_000_000)).toString('base64'));
    expect(
      transactions(`GET /account 302 https://idp.test/sso?SAMLRequest=${bomb}\n-> https://idp.test/sso?SAMLRequest=${bomb} 200`),
    ).toMatchObject([{ leave: { message: { notes: ['too-large'] } } }]);
  });
});

it('WS-Federation comes back with wresult and wctx', () => {
  const lines = `
    GET /account 302 https://adfs.test/ls/?wa=wsignin1.0&wtrealm=urn%3Aapp&wctx={C:20}&wreply=https%3A%2F%2Fapp.example%2Fsignin
    -> https://adfs.test/ls/?wa=wsignin1.0&wtrealm=urn%3Aapp&wctx={C:20}&wreply=https%3A%2F%2Fapp.example%2Fsignin 200
    POST https://app.example/signin [wa wresult wctx={C:20}] 302 /account | FedAuth={B:80}; HttpOnly
    -> https://app.example/account 200
  `;
  expect(transactions(lines)).toMatchObject([{ protocol: 'ws-federation', application: 'app.example' }]);
  expect(compared(lines)).toEqual(['relay-state address -> field true']);
});

it('a callback that no request asked for is no transaction', () => {
  expect(transactions('GET /coupon?code=SUMMER&state=ny 200')).toEqual([]);
});

it('the end told to the other site is found, with the frames in which it tells others', () => {
  const { singleSignOuts } = sessionsIn(`
    GET /logout 302 https://idp.test/session/end?id_token_hint=x.y.z&post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F | sid=; Max-Age=0
    -> https://idp.test/session/end?id_token_hint=x.y.z&post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F 302 https://app.example/
    -> https://app.example/ 200
  `);
  expect(singleSignOuts).toMatchObject([{ protocol: 'openid-connect', provider: 'idp.test', beganThere: false, frames: [] }]);
});
