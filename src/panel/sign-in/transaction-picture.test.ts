import { expect, it } from 'vitest';
import { incidentsIn } from '../../../test/build/incident-examples';
import { sessionsIn } from '../../../test/build/sign-in-script';
import { authorize, page, STATE, to } from '../../../test/reports/steps';
import { transactionPicture } from './transaction-picture';

const AUTHORIZE =
  'https://idp.test/authorize?client_id=shop&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&state={S:24}';
const LINES = `
  GET / 200 | sid={A}; HttpOnly
  GET /login 302 ${AUTHORIZE} | state={S:24}; Max-Age=600; HttpOnly
  -> ${AUTHORIZE} 200
  POST https://idp.test/login [username password] 302 https://app.example/callback?code=c1&state={S:24} | idp={I:40}; HttpOnly
  -> https://app.example/callback?code=c1&state={S:24} 302 /account | sid={B}; HttpOnly | state=; Max-Age=0
  -> https://app.example/account 200
`;

function picture(lines: string) {
  const [transaction] = sessionsIn(lines).transactions;
  if (transaction === undefined) throw new Error('no transaction');
  return transactionPicture(transaction, transaction.signIn?.carriers.map(({ life }) => life) ?? []);
}

it('draws each hop between the browser and one of the two, in order', () => {
  const { messages } = picture(LINES);
  const drawn = messages.map((message) =>
    message.kind === 'between-servers'
      ? message.kind
      : message.kind === 'request'
        ? `${message.method} ${message.path} > ${message.lane}`
        : `${message.status} < ${message.lane}`,
  );
  expect(drawn).toEqual([
    'GET /login > application',
    '302 < application',
    'GET /authorize > provider',
    '200 < provider',
    'POST /login > provider',
    '302 < provider',
    'GET /callback > application',
    'between-servers',
    '302 < application',
    'GET /account > application',
    '200 < application',
  ]);
});

it('marks the state alike in the cookie that is set, in the address, and in the cookie that is sent', () => {
  const { messages } = picture(LINES);
  const marks = messages.flatMap((message) =>
    message.kind === 'between-servers'
      ? []
      : [...message.cookies, ...(message.kind === 'request' ? message.values : [])].flatMap(({ what, mark }) =>
          what === 'state' ? [mark] : [],
        ),
  );
  expect(new Set(marks).size).toBe(1);
  expect(marks.length).toBe(5);
});

it('begins a new letter in the session’s lifeline where the id is new, and signs in from there', () => {
  const { lifelines } = picture(LINES);
  const segments = lifelines.find(({ name }) => name === 'sid')?.segments ?? [];
  expect(segments.map(({ letter }) => letter).filter((letter) => letter !== null)).toEqual(['A', 'B']);
  expect(segments.at(-1)).toMatchObject({ state: 'lives', signedIn: true });
  expect(segments[0]?.signedIn).toBe(false);
});

it('draws no exchange between the servers where the application refused for want of its cookie', () => {
  const back = `https://app.example/cb?code=c0de&state=${STATE}`;
  const { scene } = incidentsIn({
    steps: [
      page('https://app.example/start', {
        ...to(authorize('https://app.example/cb')),
        sets: [`oidc_state=${STATE}; Path=/; Secure; HttpOnly; SameSite=Strict`],
      }),
      { ask: `GET ${authorize('https://app.example/cb')}`, isRedirect: true },
      { ask: `GET ${back}`, from: 'https://idp.example', status: 400 },
    ],
  });
  const [transaction] = scene.sessions.transactions;
  if (transaction === undefined) throw new Error('no transaction');
  expect(transaction).toMatchObject({ outcome: { kind: 'refused-by-application' }, withheld: ['oidc_state'] });
  expect(transactionPicture(transaction, []).messages.map(({ kind }) => kind)).not.toContain('between-servers');
});
