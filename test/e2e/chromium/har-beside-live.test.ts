import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startPlayground } from '../../../playground/playground';
import { followRecording } from '../../../playground/start/recording';
import { type Compared, compare } from '../../../src/analysis/compare/compare';
import { instant } from '../../../src/analysis/engine/base/units';
import type { Fact } from '../../../src/analysis/facts/fact';
import { asJarCookie } from '../../../src/analysis/facts/jar-cookie';
import { Replay } from '../../../src/analysis/replay/replay';
import { runToEnd } from '../../../src/analysis/session/shared/chunked';
import { importFile } from '../../../src/formats/import-file';
import { analyze } from '../../../src/panel/analysis-scheduler/analyze';
import { digestUnder } from '../../../src/platform/digest';
import { Scene } from '../scene';

const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-har-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A recording as the panel compares it, with its whole analysis. */
function analyzed(facts: readonly Fact[], digest: ReturnType<typeof digestUnder>) {
  const last = facts.reduce((latest, { at }) => Math.max(latest, at), 0);
  const replay = new Replay().add(facts).settle(instant(last + 60_000));
  const result = runToEnd(analyze({ rows: replay.rows, version: replay.version, profile: replay.profile }, digest));
  if (result === null) throw new Error('No page was opened.');
  const compared: Compared = {
    rows: replay.rows,
    jar: [...replay.jar.all()].map(asJarCookie),
    findings: result.audit.findings,
    incidents: result.incidents.all,
  };
  const roles = result.audit.subjects.cookies.map(({ name, role }) => `${name} ${role?.role}`).toSorted();
  return { compared, roles, signIns: result.sessions.sites.map(({ site, signIns }) => `${site} ${signIns.length}`) };
}

test('a HAR that Playwright wrote of a visit says what the live recording of the same visit says', async () => {
  const path = join(folder, 'visit.har');
  const scene = await Scene.open({ chromium: { har: path } });
  const shop = await startPlayground({ port: 0 });
  const { browser } = scene;
  let facts: readonly Fact[] = [];
  let key = '';
  try {
    await browser.goto(`${shop.origin}/received`);
    const panel = await scene.openPanel();
    const recording = await followRecording(panel.panel, browser);
    for (const page of ['/register', '/sign-in']) {
      await browser.goto(`${shop.origin}${page}`);
      await browser.fill('[name=user]', 'alice');
      await browser.fill('[name=password]', 'correct horse');
      await browser.click('main button');
    }
    await panel.row({ method: 'GET', path: '/account', status: '200' });
    facts = await recording.settled();
    key = recording.key() ?? '';
  } finally {
    await scene.close();
    await shop.close();
  }
  const read = importFile(readFileSync(path), digestUnder(key));
  if (read.kind !== 'recording') throw new Error(JSON.stringify(read));
  expect(read.faults).toEqual([]);
  expect(read.lacks).toEqual(['jar-events']);
  const [live, file] = [analyzed(facts, digestUnder(key)), analyzed(read.facts, digestUnder(key))];
  const { rows, parting, matched, jar, onlyA, onlyB } = compare(live.compared, file.compared);
  expect(parting).toBeNull();
  expect(matched).toBeGreaterThan(5);
  expect(rows.filter(({ b }) => b === null)).toEqual([]);
  // The page that was open before DevTools was, and what came out of the browser's memory, of which an extension is told nothing.
  const unseen = rows.flatMap(({ a, b }) => (a === null && b !== null ? [b] : []));
  expect(unseen.filter(({ url }) => !/\/(?:received|site\.css|icon\.svg)$/.test(url)).map(({ url }) => url)).toEqual([]);
  expect(jar.different).toEqual([]);
  expect(file.roles).toEqual(live.roles);
  expect(file.signIns).toEqual(live.signIns);
  expect([onlyA, onlyB].map(({ findings, incidents }) => [...findings, ...incidents].map(({ id }) => id))).toEqual([[], []]);
});
