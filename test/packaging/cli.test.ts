import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { until } from '../browsers/until';
import { sarifFaults } from '../build/sarif';
import { ProgramFolder, SIGN_IN, SOUND } from './program';

const folder = new ProgramFolder();
const run: ProgramFolder['run'] = (...args) => folder.run(...args);
const write: ProgramFolder['write'] = (...args) => folder.write(...args);
const contentOf = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

beforeAll(() => {
  folder.writeHar('flawed.har', SIGN_IN(''));
  folder.writeHar('sound.har', SIGN_IN(SOUND).replace('sid=', '__Host-sid='));
  folder.writeHar('shop.har', SIGN_IN(SOUND));
});
afterAll(() => folder.remove());

describe('audit', () => {
  it('fails on a flawed recording and not on a sound one', () => {
    expect(run(['audit', 'flawed.har'])).toMatchObject({ status: 1, stdout: expect.stringMatching(/sid: .*HttpOnly/) });
    expect(run(['audit', 'sound.har', '--fail-on', 'error', '--fail-on', 'incident'])).toMatchObject({ status: 0 });
    expect(run(['audit', 'flawed.har', '--fail-on', 'never'])).toMatchObject({ status: 0 });
  });

  it('passes again with a baseline of today, and fails on what comes after it', () => {
    expect(run(['audit', 'sound.har', '--baseline', 'known.json', '--update-baseline'])).toMatchObject({ status: 0 });
    expect(run(['audit', 'sound.har', '--baseline', 'known.json', '--fail-on', 'note'])).toMatchObject({ status: 0 });
    expect(run(['audit', 'flawed.har', '--baseline', 'known.json'])).toMatchObject({ status: 1 });
    expect(run(['audit', 'sound.har', '--baseline', 'none.json'])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('--update-baseline'),
    });
  });

  it('writes several formats at once, each as it should be', () => {
    const formats = [
      '--format',
      'json',
      '--format',
      'sarif=out.sarif',
      '--format',
      'html=out.html',
      '--format',
      'markdown=out.md',
    ];
    const { stdout } = run(['audit', 'flawed.har', 'sound.har', ...formats]);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'cookie-flow-report', recordings: [{ file: 'flawed.har' }, {}] });
    expect(sarifFaults(JSON.parse(contentOf('out.sarif')))).toEqual([]);
    expect(contentOf('out.html')).toContain('<h2>flawed.har</h2>');
    expect(contentOf('out.md')).toContain('## flawed.har');
  });

  it('follows the configuration in the folder, and says where it is wrong', () => {
    write('quiet.json', JSON.stringify({ ignore: [{ site: 'app.example', reason: 'An old application.' }] }));
    expect(run(['audit', 'flawed.har', '--config', 'quiet.json', '--fail-on', 'note'])).toMatchObject({ status: 0 });
    write('cookie-flow.config.json', JSON.stringify({ budgets: { cookie: 3 } }));
    const { status, stderr } = run(['audit', 'sound.har']);
    rmSync(join(folder.path, 'cookie-flow.config.json'));
    expect(status).toBe(2);
    expect(stderr).toContain('budgets.cookie');
  });

  it('reports what it can read when another file cannot be read, and ends with 3', () => {
    const { status, stdout, stderr } = run(['audit', 'none.har', 'sound.har']);
    expect(status).toBe(3);
    expect(stderr).toMatch(
      /^audit: 1 of 2: none\.har: there is no such file or folder\naudit: 2 of 2: sound\.har: [A-F]\+?, 0 incidents, \d findings?\n$/,
    );
    expect(stdout).toContain('sound.har');
  });

  it('of a HAR without cookies says how to export one that has them, and ends with 2', () => {
    const request = { method: 'GET', url: 'https://a.example/', headers: [], cookies: [] };
    const response = { status: 200, headers: [], cookies: [], content: {} };
    const entries = [{ startedDateTime: '2026-01-01T00:00:00.000Z', time: 1, request, response }];
    write('bare.har', JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '1' }, entries } }));
    for (const command of ['audit', 'flow'])
      expect(run([command, 'bare.har'])).toMatchObject({ status: 2, stderr: expect.stringContaining('with sensitive data') });
  });
});

describe('a command line that makes no sense ends with 2 and names what was likely meant', () => {
  test.each([
    [['adit'], 'Did you mean audit?'],
    [['audit', 'sound.har', '--fali-on', 'error'], 'Did you mean --fail-on?'],
    [['audit', 'sound.har', '--fail-on', 'warnin'], 'Did you mean warning?'],
    [['audit', 'sound.har', '--format', 'serif'], 'Did you mean sarif?'],
    [['convert', 'sound.har', '--to', 'netscpe'], 'Did you mean netscape?'],
    [['audit', 'sound.har', '--update-baseline'], '--baseline FILE'],
    [['audit', 'sound.har', '--config'], 'needs a value'],
    [['audit'], 'something is missing'],
    [['decode', 'a', 'b'], 'too much'],
    [['explain', 'a=1'], '--url'],
    [['explain', 'a=1', '--url', 'shop.example'], 'http://'],
    [['convert', 'sound.har', '--to', 'header'], '--url'],
    [['help', 'adit'], 'Did you mean audit?'],
  ])('%j', (args, meant) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(meant);
  });
});

describe('the help', () => {
  const commands = [...run(['--help']).stdout.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name = '']) => name);
  test('lists the commands', () => expect(commands).toEqual(expect.arrayContaining(['audit', 'explain', 'simulate'])));
  test.each(commands)('of %s has an example', (name) => {
    expect(run([name, '--help'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/\nExamples\n {2}\S/) });
    expect(run(['help', name]).stdout).toBe(run([name, '--help']).stdout);
  });
  test('is what one gets who gives no command, with exit code 2', () => expect(run([])).toMatchObject({ status: 2 }));
});

it('explains a line: the octets at fault, the step, and 1 where it is refused', () => {
  const url = ['--url', 'https://shop.example/login'];
  const refused = run(['explain', '__Host-sid=1; Path=/; Secure; Domain=shop.example', ...url]);
  expect(refused).toMatchObject({ status: 1, stdout: expect.stringMatching(/Chromium .*Not stored: .*\[predicted\]/) });
  expect(refused.stdout).toMatch(/\n {32}\^{19}\n/);
  expect(run(['explain', 'Set-Cookie: a=1; Secure', ...url])).toMatchObject({ status: 0 });
  const third = ['--url', 'https://ads.example/x', '--as', 'image', '--from', 'https://shop.example/'];
  expect(run(['explain', 'a=1; SameSite=Lax; Secure', ...third]).status).toBe(1);
  expect(run(['explain', 'a=1; SameSite=None; Secure', ...third, '--third-party', 'allow']).status).toBe(0);
});

it('decodes what standard input holds', () => {
  const { stdout } = run(['decode', '-'], { input: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9.\n' });
  expect(stdout).toMatch(/"sub": "u1"/);
  expect(stdout).toContain('Not signed');
});

it('shows JSON in a value as it stands there: numbers beyond those of JavaScript, and a name that comes twice', () => {
  const { stdout } = run(['decode', encodeURIComponent('{"a":1e999, "id":12345678901234567890,"a":"x, {","b":[ ],"c":[1,2]}')]);
  const json = '{\n"a": 1e999,\n"id": 12345678901234567890,\n"a": "x, {",\n"b": [],\n"c": [\n1,\n2\n]\n}';
  expect(stdout.replace(/^ +/gm, '')).toContain(json);
});

it('a name of a file steers no terminal', () => {
  const name = 'red\u001b[31m.har';
  write(name, contentOf('flawed.har'));
  for (const args of [
    ['audit', name, 'sound.har'],
    ['audit', `no${name}`],
    ['flow', `no${name}`],
    ['diff', name, 'sound.har'],
  ]) {
    const { stdout, stderr } = run(args);
    expect(stdout + stderr).not.toContain('\u001b');
    expect(stdout + stderr).toContain('red\\u001b[31m.har');
  }
});

it('prints the flow without values', () => {
  const { stdout } = run(['flow', 'flawed.har']);
  expect(stdout).toMatch(/POST https:\/\/app\.example\/login/);
  expect(stdout).toContain('sid=…');
});

it('has no colours but on a terminal or where they are forced', () => {
  const coloured = (env: NodeJS.ProcessEnv) =>
    run(['audit', 'flawed.har'], { env: { CI: undefined, ...env } }).stdout.includes('\u001b');
  expect(coloured({})).toBe(false);
  // Whether a build runs it or not.
  expect(coloured({ CI: 'true' })).toBe(false);
  expect(coloured({ FORCE_COLOR: '1' })).toBe(true);
  expect(coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
});

it('survives a reader that has seen enough', () => {
  const { stdout, stderr } = folder.shell('cookie-flow flow flawed.har | head -n 1');
  expect(stdout.split('\n').length).toBe(2);
  expect(stderr).not.toContain('EPIPE');
});

it('completes commands and options in bash', () => {
  const { stdout: script } = run(['completion', '--shell', 'bash']);
  const complete = (words: string) =>
    spawnSync(
      'bash',
      ['-c', `${script}\nCOMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _cookie_flow; echo "\${COMPREPLY[@]}"`],
      {
        encoding: 'utf8',
      },
    ).stdout.trim();
  expect(complete('cookie-flow exp')).toBe('explain');
  expect(complete('cookie-flow audit --base')).toBe('--baseline');
});

/** The lines of the documents that are typed; those that visit a page are held by the tests of `audit URL` in test/e2e. */
const documented = ['docs/cli.md', 'docs/formats.md', 'docs/ci.md'].flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^cookie-flow .+$/gm)].map(([line]) => line),
);

describe('what docs/cli.md, docs/formats.md and docs/ci.md show works', () => {
  test.each(documented.filter((line) => !/^cookie-flow serve|shop\.localhost|--sitemap/.test(line)))('%s', (line) => {
    const { status, stderr } = folder.shell(line);
    expect([0, 1], stderr).toContain(status);
  });

  test.each(documented.filter((line) => line.startsWith('cookie-flow serve')))('%s', async (line) => {
    const { child, output, ended } = folder.start(line.split(' ').slice(1));
    await until('it says where the page is', () => output.stdout.startsWith('http://127.0.0.1:'));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('and so does its configuration', () => {
    const [, json = ''] = /```json\n([\s\S]+?)```/.exec(readFileSync('docs/cli.md', 'utf8')) ?? [];
    write('documented.json', json);
    expect(run(['audit', 'sound.har', '--config', 'documented.json']).stderr).toBe('');
  });
});
