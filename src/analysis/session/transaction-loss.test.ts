import { describe, expect, it } from 'vitest';
import { sessionsIn } from '../../../test/build/sign-in-script';

const ask = (state: string) =>
  `https://idp.test/authorize?client_id=shop&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state={${state}:24}`;

/** The application asks the other site again and again: what it set with the answer, and what went with the next request. */
const loop = (set: string, asksWith = ask) => `
  GET /account 302 ${asksWith('S')} | st={S:24}; HttpOnly
  -> ${asksWith('S')} 200
  POST https://idp.test/login [username password] 302 https://app.example/cb?code=c&state={S:24}
  -> https://app.example/cb?code=c&state={S:24} 302 /account${set}
  -> https://app.example/account 302 ${asksWith('U')} | st={U:24}; HttpOnly
  -> ${asksWith('U')} 302 https://app.example/cb?code=d&state={U:24}
  -> https://app.example/cb?code=d&state={U:24} 302 /account${set}
  -> https://app.example/account 302 ${asksWith('V')} | st={V:24}; HttpOnly
  -> ${asksWith('V')} 200
`;

const outcomes = (lines: string, origin?: string) =>
  sessionsIn(lines, origin).transactions.map(({ outcome }) =>
    outcome.kind === 'lost' ? `lost ${outcome.loss.why}` : outcome.kind,
  );

describe('an application that asks the other site again after each answer lost the session, and refused nobody', () => {
  it('no cookie was set', () => {
    expect(outcomes(loop('')).slice(0, 2)).toEqual(['lost not-set', 'lost not-set']);
  });

  it('the cookie is for another part of the site', () => {
    expect(outcomes(loop(' | sid={A}; HttpOnly; Path=/cb')).slice(0, 1)).toEqual(['lost withheld']);
  });

  it('the browser refused it', () => {
    const lines = loop(' | sid={A}; HttpOnly; Secure').replaceAll('https://app.example', 'http://app.example');
    expect(outcomes(lines.replaceAll('https%3A%2F%2Fapp', 'http%3A%2F%2Fapp'), 'http://app.example').slice(0, 1)).toEqual([
      'lost refused',
    ]);
  });

  it('and is told as that, never as credentials refused', () => {
    const [site] = sessionsIn(loop('')).sites;
    expect(site?.attempts.map(({ outcome }) => outcome)).toEqual(['lost', 'lost']);
  });
});

it('a silent renewal while somebody is signed in ends nothing', () => {
  const { sites } = sessionsIn(`
    GET /account 302 ${ask('S')}
    -> ${ask('S')} 200
    POST https://idp.test/login [username password] 302 https://app.example/cb?code=c&state={S:24}
    -> https://app.example/cb?code=c&state={S:24} 302 /account | sid={B}; HttpOnly
    -> https://app.example/account 200
    GET https://app.example/renew 302 ${ask('R')}&prompt=none
    -> ${ask('R')}&prompt=none 302 https://app.example/cb?code=d&state={R:24}
    -> https://app.example/cb?code=d&state={R:24} 200
    GET https://app.example/account 200
  `);
  expect(sites.find(({ site }) => site === 'app.example')?.signIns).toMatchObject([{ id: 'issued', end: null }]);
});

it('a cookie that the browser refused has the role that its value would have given it', () => {
  const { roles } = sessionsIn(`GET /account 302 ${ask('S')} | pre={S:24}; HttpOnly; SameSite=None\n-> ${ask('S')} 200`);
  const [, verdict] = [...roles].find(([key]) => key.startsWith('pre\t')) ?? [];
  expect(verdict?.role).toBe('sign-in-transaction');
});
