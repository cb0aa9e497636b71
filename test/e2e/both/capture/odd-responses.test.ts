import { beforeAll, expect, inject, test } from 'vitest';
import type { Fact } from '../../../../src/analysis/facts/fact';
import { type Tape, tape } from '../../capture/tape';
import { rawScene } from '../../scenes';

const LONG = `long=${'x'.repeat(100_000)}`;
const MANY = Array.from({ length: 300 }, (_, n) => `many${n}=${n}; Path=/many`);
/** Octets of the header lines, one a character. */
const ANSWERS = {
  '/latin1': { setCookie: ['latin1=\u00e9\u00ff; Path=/'] },
  '/utf8': { setCookie: ['utf8=\u00c3\u00a9; Path=/'] },
  '/long': { setCookie: [LONG] },
  '/many': { setCookie: MANY },
  '/markup': { setCookie: ['markup=<img src=x onerror=alert(1)>&amp;"; Path=/'] },
  '/nul': { setCookie: ['nul=a\0b; Path=/'] },
  '/refused': { setCookie: ['__Host-refused=1; Domain=localhost; Secure; Path=/', 'kept=1; Path=/'] },
};

const play = rawScene(ANSWERS);
let recorded: Tape;

beforeAll(async () => {
  recorded = tape(play().panel.panel);
  await recorded.until('the recording has begun', (facts) => facts.some(({ kind }) => kind === 'jar-snapshot'));
});

/** Goes to a page, and to another after it, and gives the Set-Cookie lines recorded for the first. */
async function linesOf(path: string): Promise<readonly string[]> {
  // A browser may refuse the whole response: then the page fails to load, and is recorded all the same.
  await play().browser.inPage(
    (to) =>
      fetch(to).then(
        () => true,
        () => false,
      ),
    path,
  );
  await play().browser.inPage((to) => fetch(to).then(() => true), `/after${path}`);
  const facts = await recorded.until(`what follows ${path} is told`, (all) => endOf(all, `/after${path}`) !== null);
  expect(facts.some(({ kind }) => kind === 'recorder-gap')).toBe(false);
  const sent = sentTo(facts, path);
  const head = facts.find((fact) => fact.kind === 'response-received' && fact.request === sent?.request);
  return head?.kind === 'response-received' ? head.setCookie : [];
}

const sentTo = (facts: readonly Fact[], path: string) =>
  facts.find((fact) => fact.kind === 'request-sent' && new URL(fact.url).pathname === path) as
    | Extract<Fact, { kind: 'request-sent' }>
    | undefined;

function endOf(facts: readonly Fact[], path: string): Fact | null {
  const sent = sentTo(facts, path);
  return facts.find((fact) => fact.kind === 'request-completed' && fact.request === sent?.request) ?? null;
}

test.each(['/latin1', '/utf8', '/long', '/many', '/markup', '/refused'] as const)(
  'the lines of %s are recorded octet for octet',
  async (path) => {
    expect(await linesOf(path)).toEqual(ANSWERS[path].setCookie);
  },
);

test('a NUL in a line, for which browsers refuse the whole response, fails its own request only', async () => {
  expect(await linesOf('/nul')).toEqual([]);
  const facts = await recorded.facts();
  expect(
    facts.find((fact) => 'request' in fact && fact.request === sentTo(facts, '/nul')?.request && 'error' in fact),
  ).toMatchObject({
    kind: 'request-failed',
    error: inject('browser') === 'firefox' ? 'NS_ERROR_DOM_INVALID_HEADER_VALUE' : 'net::ERR_INVALID_HTTP_RESPONSE',
  });
});

test('a refused cookie is observed as absent: the jar is read after the response', async () => {
  const before = (await recorded.facts()).length;
  await linesOf('/refused');
  const facts = await recorded.until('the jar was read', (all) =>
    all.slice(before).some((fact) => fact.kind === 'jar-snapshot' && fact.cookies.some(({ name }) => name === 'kept')),
  );
  const names = facts.flatMap((fact) => (fact.kind === 'jar-snapshot' ? fact.cookies.map(({ name }) => name) : []));
  expect(names).not.toContain('__Host-refused');
});

test('what came back in the Cookie header has the octets that were set', async () => {
  await linesOf('/latin1');
  await play().browser.inPage((to) => fetch(to).then(() => true), '/back');
  const facts = await recorded.until('the next request is told', (all) => endOf(all, '/back') !== null);
  const firefox = '\u00ef\u00bf\u00bd\u00ef\u00bf\u00bd';
  expect(sentTo(facts, '/back')?.cookie).toContain(`latin1=${inject('browser') === 'firefox' ? firefox : '\u00e9\u00ff'}`);
});
