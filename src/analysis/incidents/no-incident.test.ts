import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL } from '../../../test/build/applications/all';
import { exampleDigest, rowsOf } from '../../../test/build/example-facts';
import { incidentsIn } from '../../../test/build/incident-examples';
import { aTrace, digestOf } from '../../../test/build/trace';
import type { Fact } from '../facts/fact';
import { Replay } from '../replay/replay';
import type { ExampleStep } from '../rules/engine/example';
import { plain } from '../rules/engine/sentence';
import { sessionsOf } from '../session/sessions';
import { incidentsOf } from './incidents';

const STORIES = new URL('../../../test/stories/', import.meta.url);

/** What is told of facts: "kind: heading". */
function headingsOf(facts: readonly Fact[], browser: 'chromium' | 'firefox' = 'chromium'): readonly string[] {
  const { rows } = new Replay().add(facts);
  const found = incidentsOf(rows, { sessions: sessionsOf(rows, digestOf), digest: digestOf, browser });
  return found.all.map(({ kind, heading }) => `${kind}: ${plain(heading)}`);
}

test.each(readdirSync(STORIES).filter((name) => name.endsWith('.json')))(
  '%s: what a real application does is no incident',
  (name) => {
    expect(headingsOf(JSON.parse(readFileSync(new URL(name, STORIES), 'utf8')))).toEqual([]);
  },
);

test.each(ALL)('$app: no incident', ({ traffic }) => {
  expect(headingsOf(aTrace('https://app.example', traffic))).toEqual([]);
});

test.each(['chromium', 'firefox'] as const)('the sound playground in %s is no incident', (browser) => {
  const facts = JSON.parse(readFileSync(new URL(`../../../test/recordings/${browser}-sign-in.json`, import.meta.url), 'utf8'));
  expect(headingsOf(facts, browser)).toEqual([]);
});

describe('no incident out of', () => {
  test.each<[string, string]>([
    [
      'a wrong password and then the right one',
      'GET /account 302 /login\n-> /login 200 | sid={A}; HttpOnly\nPOST /login [username password] 302 /login?error=1\n-> /login?error=1 200\nPOST /login [username password] 302 /account | sid={B}; HttpOnly\n-> /account 200\nGET /orders 200',
    ],
    [
      'a session that ends after an hour',
      'GET /account 302 /login\n-> /login 200\nPOST /login [username password] 302 /account | sid={B}; HttpOnly; Max-Age=3600\n-> /account 200\nwait 4000\nwithout sid\nGET /account 302 /login\n-> /login 200',
    ],
    ['a missing page', 'GET / 200 | sid={A}; HttpOnly; SameSite=Strict\nGET /gone 404\nfetch GET /api/gone 404'],
    [
      'a right that a user lacks',
      'GET /account 302 /login\n-> /login 200\nPOST /login [username password csrf={T}] 302 /account | sid={B}; HttpOnly\n-> /account 200\nGET /admin 403\nPOST /admin/users [name csrf={T}] 403',
    ],
    [
      'a form with an error',
      'GET /form 200 | sid={A}; HttpOnly\nPOST /form [email csrf={T}] 422\nfetch POST /api/items [name] 400',
    ],
    [
      'a sign-out and the page to sign in',
      'GET /account 302 /login\n-> /login 200\nPOST /login [username password] 302 /account | sid={B}; HttpOnly\n-> /account 200\nGET /logout 302 /login | sid=; Max-Age=0\n-> /login 200\nGET /account 302 /login\n-> /login 200',
    ],
    [
      'a token that is renewed',
      'POST /login [username password] 200 | access={A}; HttpOnly; Max-Age=60 | refresh={R}; HttpOnly; Path=/api/refresh\nfetch GET /api/me 200\nwait 90\nwithout access\nfetch GET /api/me 401\nfetch POST /api/refresh 200 | access={C}; HttpOnly; Max-Age=60\nfetch GET /api/me 200',
    ],
  ])('%s', (_, trace) => {
    expect(headingsOf(aTrace('https://app.example', trace))).toEqual([]);
  });
});

const step = fc.record({
  ask: fc.constantFrom(
    'GET https://shop.example/',
    'GET https://shop.example/account',
    'POST https://shop.example/save',
    'GET https://api.shop.example/me',
    'GET http://shop.example/',
    'GET https://shop.example/logout',
  ),
  as: fc.constantFrom('document', 'subdocument', 'fetch', 'image'),
  from: fc.constantFrom('https://shop.example', 'https://idp.example'),
  status: fc.constantFrom(200, 201, 204, 304, 404, 410),
  sets: fc.subarray([
    'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly',
    'csrftoken=9f2c71d0a4e85b3631d4d96e407aad42; Path=/; SameSite=Strict',
    'theme=dark; Path=/account',
    'sid=; Max-Age=0',
  ]),
});

test('where every request is served, or its page is missing, nothing is an incident but a session that others see', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const { all } = incidentsIn({ steps: steps as readonly ExampleStep[] });
      const served = all.filter(
        ({ consequence }) => consequence.kind !== 'new-session' && consequence.kind !== 'still-signed-in',
      );
      expect(served.map(({ kind }) => kind)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** What a visitor does on a site that is sound. */
const act = fc.record({
  does: fc.constantFrom('page', 'script', 'picture', 'save', 'sign-in', 'sign-out', 'background'),
  from: fc.constantFrom('https://shop.example', 'https://mail.example'),
  path: fc.constantFrom('/', '/account', '/orders', '/api/me'),
});
type Act = { readonly does: string; readonly from: string; readonly path: string };

/** The requests of such a visit: a session where none is, another at the sign-in, deleted and ended at the sign-out. */
function sound(acts: readonly Act[], attributes: string): readonly ExampleStep[] {
  const own = 'https://shop.example';
  let ids = 0;
  let isThere = false;
  const fresh = () => {
    isThere = true;
    ids += 1;
    return [`sid=${`${ids}`.padStart(2, '0')}d4d96e407aad42f3c1b7a09e5d8c26; ${attributes}`];
  };
  return acts.flatMap(({ does, from, path }): readonly ExampleStep[] => {
    const sets = isThere ? [] : fresh();
    switch (does) {
      case 'script':
      case 'background':
        return [
          { ask: `GET ${own}${path}`, as: 'fetch', from: own, top: `${own}/`, sets, status: does === 'script' ? 200 : 204 },
        ];
      case 'picture':
        return [{ ask: `GET ${own}/logo.png`, as: 'image', from: own, top: `${own}/`, sets }];
      case 'save':
        return [{ ask: `POST ${own}${path}`, from: own, fields: { item: '1' }, sets, status: 303, answers: { location: path } }];
      case 'sign-in':
        return [
          {
            ask: `POST ${own}/login`,
            from: own,
            fields: { user: 'a', password: 'b' },
            sets: fresh(),
            status: 303,
            answers: { location: '/' },
          },
          { ask: `GET ${own}/`, isRedirect: true, from: own },
        ];
      case 'sign-out':
        isThere = false;
        return [
          {
            ask: `POST ${own}/logout`,
            from: own,
            sets: [`sid=; Max-Age=0; ${attributes}`],
            status: 303,
            answers: { location: '/' },
          },
          { ask: `GET ${own}/`, isRedirect: true, from: own, sets: fresh() },
        ];
      default:
        return [{ ask: `GET ${own}${path}`, from, sets }];
    }
  });
}

test('a visit to a sound site is no incident of any kind', () => {
  const attributes = fc.constantFrom(
    'Path=/; Secure; HttpOnly; SameSite=Lax',
    'Path=/; Secure; HttpOnly',
    'Domain=shop.example; Path=/; Secure',
  );
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 1, maxLength: 8 }),
      attributes,
      fc.constantFrom('chromium', 'firefox'),
      (acts, line, browser) => {
        const { all } = incidentsIn({ steps: sound(acts, line), browser: browser as 'chromium' });
        expect(all.map(({ kind, heading }) => `${kind}: ${plain(heading)}`)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('the same recording gives the same incidents, by the same ids', () => {
  const rows = rowsOf({ title: '', steps: [{ ask: 'GET https://shop.example/', status: 401 }], expect: 'pass' });
  const known = { sessions: sessionsOf(rows, exampleDigest), digest: exampleDigest, browser: 'chromium' } as const;
  expect(incidentsOf(rows, known).all).toEqual([]);
  expect(incidentsOf(rows, known).unexplained.length).toBe(1);
});
