import { expect, it } from 'vitest';
import { sessionsIn } from '../../../test/build/sign-in-script';
import { transactionRequirements } from './transaction-requirements';

const flow = (parameters: string, cookie = '') => {
  const authorize = `https://idp.test/authorize?client_id=shop&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&${parameters}`;
  return `
    GET /login 302 ${authorize}${cookie}
    -> ${authorize} 302 https://app.example/callback?code=c1&state={S:24}
    -> https://app.example/callback?code=c1&state={S:24} 302 /account | sid={B}; HttpOnly
    -> https://app.example/account 200
    GET https://app.example/account 200
  `;
};
const standings = (lines: string) =>
  Object.fromEntries(
    sessionsIn(lines).transactions.flatMap((each) =>
      transactionRequirements(each).map(({ id, status: standing }) => [id, standing]),
    ),
  );
const S256 = 'code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256';

it('meets nothing on the server’s behalf: what only the application compares stays open', () => {
  expect(standings(flow(`response_type=code&state={S:24}&${S256}`, ' | state={S:24}; Max-Age=600; HttpOnly'))).toMatchObject({
    '10.2.1': 'cannot-tell',
    '10.1.2': 'cannot-tell',
    '10.4.6': 'cannot-tell',
    '§2.1.2': 'met',
    '6.8.2': 'does-not-apply',
  });
});

it.each([
  ['a code flow with neither state nor PKCE', 'response_type=code', '10.2.1'],
  ['a code flow without PKCE that was accepted', 'response_type=code&state={S:24}', '10.4.6'],
  ['the method plain', 'response_type=code&state={S:24}&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', '10.4.6'],
  ['an access token in the answer', 'response_type=token&response_mode=query&state={S:24}', '§2.1.2'],
])('%s is not met', (_, parameters, id) => {
  expect(standings(flow(parameters))[id]).toBe('not-met');
});

it('a state in a cookie that scripts can read is not bound to the browser alone', () => {
  expect(standings(flow('response_type=code&state={S:24}', ' | state={S:24}; Max-Age=600'))['10.1.2']).toBe('not-met');
});

it('an assertion that nobody asked for is not bound to a transaction', () => {
  expect(
    standings(
      'GET https://idp.test/apps 200\nPOST https://app.example/acs [SAMLResponse] 302 /home | sid={B}; HttpOnly\n-> https://app.example/home 200',
    ),
  ).toMatchObject({ '10.1.2': 'not-met', '6.8.2': 'cannot-tell', '10.2.1': 'does-not-apply' });
});
