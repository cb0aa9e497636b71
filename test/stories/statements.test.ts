import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sessionsIn } from './recorded-story';
import { federatedStatementsOf, RECORDED, statementsOf, THROUGH_PROVIDER } from './statements';

const page = readFileSync('docs/stories.md', 'utf8');

/** The cells of an application's row in a table of the page. */
const rowOf = (app: string): readonly string[] | undefined =>
  page
    .split('\n')
    .filter((line) => line.startsWith(`| ${app} `))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )[0];

it.each(RECORDED)('docs/stories.md states of %s what is concluded today', (app) => {
  expect(rowOf(app)).toEqual(statementsOf(app));
});

it.each(THROUGH_PROVIDER)('docs/stories.md states of %s and the identity provider what is concluded today', (app) => {
  expect(rowOf(app)).toEqual(federatedStatementsOf(app));
});

it.each(RECORDED)(
  'story, Cookies and findings name one cookie of %s as the session: what carries it has the role of one',
  (app) => {
    const { sites, roles } = sessionsIn(app);
    const carriers = sites.flatMap(({ signIns }) =>
      signIns.flatMap((signIn) => signIn.carriers.map(({ life }) => roles.get(life.key)?.role)),
    );
    expect(carriers.filter((role) => role !== 'session-id' && role !== 'auth-token' && role !== 'remember-me')).toEqual([]);
  },
);

it.each(RECORDED)('%s signs in through no other site', (app) => {
  expect(sessionsIn(app).transactions).toEqual([]);
});
