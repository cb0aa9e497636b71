import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/model/report-schema';
import { until } from '../browsers/until';
import { ProgramFolder, SIGN_IN, SOUND } from './program';

const FILES = Array.from({ length: 5 }, (_, n) => `app-${n}.har`);
let folder: ProgramFolder;

beforeAll(() => {
  folder = new ProgramFolder();
  for (const [n, file] of FILES.entries()) folder.writeHar(file, SIGN_IN(n % 2 === 0 ? SOUND : ''));
});
afterAll(() => folder.remove());

const reportOf = (stdout: string) => JSON.parse(stdout) as Report;
const filesIn = (stdout: string) => reportOf(stdout).recordings.map(({ file }) => file);
const resultsIn = (name: string) => readdirSync(join(folder.path, name)).filter((each) => each.endsWith('.json'));
const audit = (...more: readonly string[]) => folder.run(['audit', ...FILES, '--format', 'json', '--fail-on', 'never', ...more]);

describe('several files', () => {
  it('are reported in their order, the same whether one or several are audited at once', () => {
    const [alone, together] = [audit(), audit('--concurrency', '3')];
    expect(filesIn(together.stdout)).toEqual(FILES);
    expect(together.stdout).toBe(alone.stdout);
    expect(together.stderr).toMatch(/^audit: 5 of 5: app-\d\.har: [A-F]\+?, \d+ incidents?, \d+ findings?$/m);
  });

  it('are spread over shards, whose results merge into the same report', () => {
    for (const shard of ['1/3', '2/3', '3/3']) audit('--shard', shard, '--out', `shard-${shard[0]}`);
    expect(resultsIn('shard-1').length).toBe(2);
    const merged = folder.run(['merge', 'shard-1', 'shard-2', 'shard-3', '--format', 'json', '--fail-on', 'never']);
    expect(merged.status).toBe(0);
    expect(filesIn(merged.stdout).toSorted()).toEqual(FILES);
    expect(folder.run(['merge', 'shard-1', 'shard-2', 'shard-3', '--fail-on', 'warning']).status).toBe(1);
  });

  it('that are finished are skipped, and those that could not be read are not', () => {
    folder.write('late.har', 'nothing yet');
    const args = ['audit', 'app-0.har', 'late.har', '--out', 'kept', '--format', 'json', '--fail-on', 'never'];
    expect(folder.run(args)).toMatchObject({ status: 3, stderr: expect.stringContaining('late.har: ') });
    expect(folder.run(['merge', 'kept', '--fail-on', 'never'])).toMatchObject({ status: 3 });
    folder.writeHar('late.har', SIGN_IN(SOUND));
    const again = folder.run(args);
    expect(again).toMatchObject({ status: 0, stderr: expect.stringMatching(/app-0\.har: .*, as kept in kept$/m) });
    expect(again.stderr).not.toMatch(/late\.har: .*, as kept/);
    expect(filesIn(again.stdout)).toEqual(['app-0.har', 'late.har']);
  });

  it('that were written since are audited anew', () => {
    const args = ['audit', 'changed.har', '--out', 'before', '--format', 'json', '--fail-on', 'never'];
    folder.writeHar('changed.har', SIGN_IN(SOUND));
    const first = folder.run(args);
    expect(reportOf(folder.run(args).stdout)).toEqual(reportOf(first.stdout));
    folder.writeHar('changed.har', SIGN_IN(''));
    const second = folder.run(args);
    expect(second.stderr).toBe('');
    expect(reportOf(second.stdout).recordings[0]?.findings).not.toEqual(reportOf(first.stdout).recordings[0]?.findings);
  });

  it('kept of other options are neither taken nor written over', () => {
    const args = ['audit', 'app-1.har', '--out', 'options', '--format', 'json', '--fail-on', 'never'];
    folder.run(args);
    expect(folder.run([...args, '--profile', 'firefox'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('options has results of another script, of other options or of another version.'),
    });
    expect(folder.run(args)).toMatchObject({ status: 0, stderr: expect.stringContaining('as kept in options') });
  });

  it('a folder of other files is not taken for results', () => {
    folder.write('package.json', '{}');
    expect(folder.run(['merge', '.'])).toMatchObject({ status: 3, stderr: expect.stringContaining('is no report') });
    expect(folder.run(['merge', 'nowhere'])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('no such file or folder'),
    });
  });

  it.each([
    [['--concurrency', '0'], '1 to 64'],
    [['--shard', '3/2'], 'as 2/8'],
    [['--shard', 'two'], 'as 2/8'],
  ])('%j ends with 2', (more, words) => {
    expect(audit(...more)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(words) });
  });

  it('stopped by Ctrl-C end with 130, what is finished is kept, and the same command goes on from there', async () => {
    const many = Array.from({ length: 80 }, (_, n) => `many-${n}.har`);
    const har = readFileSync(join(folder.path, 'app-1.har'), 'utf8');
    for (const file of many) folder.write(file, har);
    const args = ['audit', ...many, '--concurrency', '2', '--out', 'stopped', '--format', 'json', '--fail-on', 'never'];
    const { child, output, ended } = folder.start(args);
    await until('some are finished', () => output.stderr.includes('2 of 80: '));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const kept = resultsIn('stopped');
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(kept.length).toBeLessThan(80);
    expect(readdirSync(join(folder.path, 'stopped')).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(output.stderr).toMatch(/stopped: \d+ of 80 were not audited\. What is done is in stopped/);
    expect(filesIn(output.stdout).length).toBe(kept.length);
  });
});

describe('what cannot be written', () => {
  it('a full disk under the report ends with 3 and says so', () => {
    expect(folder.shell('cookie-flow audit app-0.har --format json=/dev/full')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('/dev/full cannot be written: the disk is full.'),
    });
    expect(folder.shell('cookie-flow flow app-0.har > /dev/full')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('the disk is full'),
    });
  });

  it('a full disk under the results stops the run, leaves no half file, and still reports what is finished', () => {
    // Shells count in blocks of 512 octets: a file beyond the limit is refused as on a full disk.
    const { status, stdout, stderr } = folder.shell(
      `ulimit -f 8; cookie-flow audit ${FILES.join(' ')} --out full --format json --fail-on never`,
    );
    expect(status).toBe(3);
    expect(stderr).toMatch(/full\/app-\d\.har-\w+\.json\.part cannot be written/);
    expect(readdirSync(join(folder.path, 'full')).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(filesIn(stdout).length).toBeGreaterThan(0);
    expect(filesIn(stdout).length).toBeLessThan(FILES.length);
  });

  it('a file that is read is not written over, nor one that is no baseline', () => {
    const har = readFileSync(join(folder.path, 'app-0.har'), 'utf8');
    folder.write('package.json', '{}');
    for (const args of [
      ['audit', 'app-0.har', '--format', 'html=./app-0.har'],
      ['audit', 'app-0.har', '--baseline', 'app-0.har', '--update-baseline'],
      ['audit', 'app-0.har', '--baseline', 'package.json', '--update-baseline'],
      ['convert', 'app-0.har', '--to', 'recording', '--out', 'app-0.har'],
      ['diff', 'app-0.har', 'app-1.har', '--out', 'app-0.har'],
    ])
      expect(folder.run(args)).toMatchObject({ status: expect.toBeOneOf([2, 3]), stderr: expect.stringMatching(/another file/) });
    expect(readFileSync(join(folder.path, 'app-0.har'), 'utf8')).toBe(har);
    expect(readFileSync(join(folder.path, 'package.json'), 'utf8')).toBe('{}');
  });

  it('a folder that is a file ends with 3', () => {
    expect(audit('--out', 'app-0.har')).toMatchObject({ status: 3, stderr: expect.stringContaining('app-0.har cannot be made') });
  });

  it('a reader of the progress that has seen enough stops nothing', () => {
    const line = `cookie-flow audit ${FILES.join(' ')} --fail-on never --format json=all.json 2>&1 >/dev/null | head -n 1`;
    expect(folder.shell(line).stdout.split('\n').length).toBe(2);
    expect(filesIn(readFileSync(join(folder.path, 'all.json'), 'utf8'))).toEqual(FILES);
  });
});

describe('diff', () => {
  it('of a recording and itself ends with 0, of two that part with 1 and where', () => {
    expect(folder.run(['diff', 'app-0.har', 'app-2.har'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('No differences'),
    });
    const { status, stdout } = folder.run(['diff', 'app-0.har', 'app-1.har', '--format', 'json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'cookie-flow-diff', jar: { different: [{ cookie: 'sid' }] } });
    expect(folder.run(['diff', 'app-0.har', 'app-1.har', '--format', 'markdown', '--out', 'diff.md']).stdout).toBe('');
    expect(readFileSync(join(folder.path, 'diff.md'), 'utf8')).toContain('| sid \\(app.example/\\) |');
  });

  it('of a file whose cookies may have been left out ends with 2, for nothing can be said of them', () => {
    const headers = [{ name: 'Accept', value: '*/*' }];
    const request = { method: 'GET', url: 'https://app.example/', headers };
    const entry = { startedDateTime: '2026-01-01T10:00:00Z', request, response: { status: 200, headers: [] } };
    folder.write('bare.har', JSON.stringify({ log: { creator: { name: 'WebInspector', version: '137' }, entries: [entry] } }));
    for (const files of [['bare.har', 'bare.har'] as const, ['app-0.har', 'bare.har'] as const])
      expect(folder.run(['diff', ...files])).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('no cookies'),
      });
  });

  it('of what cannot be read ends with 3', () => {
    expect(folder.run(['diff', 'app-0.har', 'none.har'])).toMatchObject({ status: 3, stdout: '' });
    expect(folder.run(['diff', 'app-0.har'])).toMatchObject({ status: 2 });
  });
});

describe('serve', () => {
  it('gives the page with the file in it to who knows its address, and to nobody else, until Ctrl-C', async () => {
    const { child, output, ended } = folder.start(['serve', 'app-1.har']);
    const address = await until('it says where', () => /^http:\/\/127\.0\.0\.1:\d+\/\w{32}\/$/m.exec(output.stdout)?.[0], {
      instead: () => output,
    });
    const page = await fetch(address);
    const html = await page.text();
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain("connect-src 'none'");
    const [, block = ''] = /id="given-file" data-name="app-1\.har">([^<]+)</.exec(html) ?? [];
    expect(Buffer.from(block, 'base64').toString()).toBe(readFileSync(join(folder.path, 'app-1.har'), 'utf8'));
    expect((await fetch(new URL('icon.png', address))).status).toBe(200);
    expect((await fetch(`${new URL(address).origin}//`)).status).toBe(404);
    for (const path of ['/', '/index.html', `${new URL(address).pathname}..%2f..%2fpackage.json`])
      expect((await fetch(new URL(path, address))).status).toBe(404);
    expect((await fetch(address, { method: 'POST', body: 'x' })).status).toBe(404);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('says what stands in its way', async () => {
    expect(folder.run(['serve', 'none.har'])).toMatchObject({ status: 3, stderr: expect.stringContaining('no such file') });
    expect(folder.run(['serve', 'app-0.har', '--port', '99999'])).toMatchObject({ status: 2 });
    const first = folder.start(['serve', 'app-0.har']);
    const [, port = ''] = await until('it listens', () => /:(\d+)\//.exec(first.output.stdout));
    expect(folder.run(['serve', 'app-0.har', '--port', port])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('is taken'),
    });
    first.child.kill('SIGINT');
    await first.ended;
  });
});
