import { beforeAll, expect, test } from 'vitest';
import { bytes } from '../../../../src/analysis/engine/base/bytes';
import type { Fact, Secret } from '../../../../src/analysis/facts/fact';
import { digestUnder } from '../../../../src/platform/digest';
import { until } from '../../../browsers/until';
import { type Tape, tape } from '../../capture/tape';
import { rawScene } from '../../scenes';

const USER = 'alice@app.example';
const TYPED = 'right-horse-71-battery';
const TOKEN = '9f2c71d0a4e85b369f2c71d0';

const play = rawScene({});
let recorded: Tape;

beforeAll(async () => {
  recorded = tape(play().panel.panel);
  await recorded.until('the recording has begun', (facts) => facts.some(({ kind }) => kind === 'jar-snapshot'));
});

/** Sends a user, a password and a token as a page of a site does. It runs in the page and stands alone. */
function send(way: string, user: string, password: string, token: string): void {
  const fields = { user, password, csrf_token: token };
  if (way.startsWith('form')) {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: `/${way}`, enctype: way === 'form' ? '' : 'multipart/form-data' });
    for (const [name, value] of Object.entries(fields))
      form.append(Object.assign(document.createElement('input'), { name, value }));
    document.body.append(form);
    form.submit();
    return;
  }
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login: fields }) };
  void fetch(
    `/${way}`,
    way === 'json' ? json : { method: 'POST', body: way === 'multipart' ? data : new URLSearchParams(fields) },
  );
}

const isSent = (fact: Fact, way: string): fact is Extract<Fact, { kind: 'request-sent' }> =>
  fact.kind === 'request-sent' && new URL(fact.url).pathname === `/${way}` && fact.method === 'POST';

/** The fields of what was posted, by the last piece of their names. */
async function fieldsOf(way: string): Promise<Readonly<Record<string, Secret['digest']>>> {
  const { browser } = play();
  await browser.inPage(send, way, USER, TYPED, TOKEN);
  const facts = await recorded.until(`${way} has ended`, (all) => {
    const request = all.find((fact) => isSent(fact, way))?.request;
    return all.some((fact) => fact.kind === 'request-completed' && fact.request === request);
  });
  // A form takes the page away: what is asked of it before the next one is there would be lost.
  if (way.startsWith('form'))
    await until(`the page of ${way} is there`, () =>
      browser.inPage((path) => document.readyState === 'complete' && location.pathname === path, `/${way}`),
    );
  const fields = facts.find((fact) => isSent(fact, way))?.fields ?? [];
  return Object.fromEntries(fields.map(({ name, digest }) => [name.replace(/^login\./, ''), digest]));
}

test.each(['urlencoded', 'json', 'multipart', 'form', 'form-of-files'])(
  'what is typed into a body sent as %s is neither told nor digested; the token is digested',
  async (way) => {
    const fields = await fieldsOf(way);
    const { key } = await recorded.log();
    const digest = digestUnder(key ?? '');
    expect(fields).toEqual({ user: digest(bytes(USER)), password: null, csrf_token: digest(bytes(TOKEN)) });
  },
);

test('a password that a form sends in the address is in no address, and in no Referer of what follows', async () => {
  const { browser, server } = play();
  await browser.goto(`${server.at('raw')}/get?password=${TYPED}&x=1`);
  await browser.inPage(() => fetch('/after-get').then(() => true));
  const facts = await recorded.until('what follows is told', (all) =>
    all.some((fact) => fact.kind === 'request-sent' && fact.url.endsWith('/after-get')),
  );
  expect(JSON.stringify(facts)).toContain('/get?password=***&x=1');
  expect(JSON.stringify(facts)).not.toContain(TYPED);
});

test('nothing that was typed is in a fact', async () => {
  const facts = JSON.stringify(await recorded.facts());
  const { key } = await recorded.log();
  const digestOf = digestUnder(key ?? '');
  expect([TYPED, USER, TOKEN, digestOf(bytes(TYPED))].filter((secret) => facts.includes(secret ?? ''))).toEqual([]);
});
