import { readFileSync } from 'node:fs';
import { afterAll, expect, inject, it } from 'vitest';
import { VISITOR } from '../../../playground/start/walk';
import type { VariantId } from '../../../playground/variants';
import type { Report } from '../../../src/report/model/report-schema';
import { ProgramFolder } from '../../packaging/program';
import { shopWithAccount } from '../shop-with-account';

/** Milliseconds: three browsers start one after the other. */
const PATIENCE = 300_000;

const folder = new ProgramFolder();
const stop: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const each of stop) await each();
  folder.remove();
});

/** A shop in which alice has an account. */
async function shop(...flaws: readonly VariantId[]): Promise<string> {
  const { hosts, close } = await shopWithAccount(...flaws);
  stop.push(close);
  return hosts.shop;
}

/** The sign-in, as Chrome's Recorder exports it. */
const steps = (origin: string) =>
  [
    { type: 'setViewport', width: 900, height: 700, deviceScaleFactor: 1 },
    { type: 'navigate', url: `${origin}/sign-in`, assertedEvents: [{ type: 'navigation', url: `${origin}/sign-in` }] },
    { type: 'waitForElement', selectors: ['#not-there', 'form[action="/sign-in"]'] },
    { type: 'change', value: VISITOR.user, selectors: [['aria/Name'], ['form[action="/sign-in"] [name=user]']], target: 'main' },
    { type: 'change', value: VISITOR.password, selectors: [['xpath///form[@action="/sign-in"]//*[@name="password"]']] },
    { type: 'keyDown', key: 'Enter', assertedEvents: [{ type: 'navigation' }] },
    { type: 'keyUp', key: 'Enter' },
  ].map((step) => ({ ...step, timeout: 60_000 }));

/** Signs in and visits, without blocking this process, whose servers are visited. */
async function audit(url: string, script: readonly object[], ...args: readonly string[]) {
  folder.write('sign-in.json', JSON.stringify({ title: 'Sign in', steps: script }));
  const all = ['audit', url, '--script', 'sign-in.json', '--browser', inject('browser'), '--format', 'json', ...args];
  const { output, ended } = folder.start(all);
  const status = await ended;
  return { status, stderr: output.stderr, report: output.stdout === '' ? null : (JSON.parse(output.stdout) as Report) };
}

it(
  'a sound shop passes, a flawed one fails by the rules of the panel until they are in a baseline',
  async () => {
    const [sound, flawed] = await Promise.all([shop(), shop('no-httponly')]);
    const good = await audit(`${sound}/account`, steps(sound));
    expect(good, good.stderr).toMatchObject({ status: 0, report: { recordings: [{ findings: [], incidents: [] }] } });
    expect(good.report?.recordings[0]?.sites[0]).toMatchObject({ site: 'shop.localhost', letter: 'A+' });
    expect(good.report?.recordings[0]?.sites[0]?.story.map(({ title }) => title)).toContain('Signed in');

    const kept = ['--out', 'kept', '--baseline', 'known.json'] as const;
    const bad = await audit(`${flawed}/account`, steps(flawed), '--out', 'kept');
    expect(bad, bad.stderr).toMatchObject({ status: 1, report: { recordings: [{ findings: [{ rule: 'http-only-missing' }] }] } });
    expect(bad.report?.recordings[0]?.findings).toHaveLength(1);
    expect((await audit(`${flawed}/account`, steps(flawed), ...kept, '--update-baseline')).status).toBe(0);
    expect((await audit(`${flawed}/account`, steps(flawed), ...kept)).status).toBe(0);
  },
  PATIENCE,
);

it('docs/cli.md visits with Firefox as it is done here', () => {
  const line = 'cookie-flow audit http://shop.localhost:4180/account --script sign-in.json --browser firefox';
  expect(readFileSync('docs/cli.md', 'utf8').split('\n')).toContain(line);
});

it(
  'a step that fails is named, with exit code 3',
  async () => {
    const origin = await shop();
    const failing = [...steps(origin).slice(1, 2), { type: 'click', selectors: [['#not-there']], timeout: 200 }];
    expect(await audit(`${origin}/`, failing)).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('the script failed at step 2 of 2 (click #not-there): '),
    });
  },
  PATIENCE,
);
