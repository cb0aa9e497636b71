import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground';
import { Replay } from '../../src/analysis/replay/replay';
import { importFile } from '../../src/formats/import-file';
import { ensureBrowser } from '../browsers/ensure';
import { type InstalledProject, installedProject } from './installed';

/** A visitor who signs in, in a project of its own: the sound shop, a flawed one, and contexts that the test makes itself. */
const SPEC = `import { expect, recordCookies, test } from 'cookie-flow/playwright';
import type { Page } from '@playwright/test';

async function signIn(page: Page, shop: string | undefined, user: string): Promise<void> {
  for (const path of ['/register', '/sign-in']) {
    await page.goto(shop + path);
    await page.fill('[name=user]', user);
    await page.fill('[name=password]', 'correct horse battery');
    await page.press('[name=password]', 'Enter');
    await page.waitForURL((url) => url.pathname !== path);
  }
}

test('sound', async ({ page, context }) => {
  await signIn(page, process.env.SOUND, 'alice');
  await expect(context).toHaveSoundCookies({ failOn: 'warning' });
});

test('flawed', async ({ page, context }) => {
  await signIn(page, process.env.FLAWED, 'alice');
  // With an advertisement of another site in a frame.
  await page.goto(process.env.FLAWED + '/offers', { waitUntil: 'networkidle' });
  await expect(context).not.toHaveSoundCookies({ failOn: 'error' });
  await expect(context).toHaveSoundCookies({ failOn: 'warning' });
});

test('contexts of its own', async ({ browser }) => {
  const recorded = await browser.newContext();
  await recordCookies(recorded);
  await signIn(await recorded.newPage(), process.env.SOUND, 'bob');
  await expect(recorded).toHaveSoundCookies();
  await expect(await browser.newContext()).toHaveSoundCookies();
});
`;

interface Result {
  readonly status: string;
  readonly errors: readonly { readonly message: string }[];
  readonly attachments: readonly { readonly name: string; readonly body?: string; readonly path?: string }[];
}
interface JsonReport {
  readonly suites: readonly {
    readonly specs: readonly { readonly title: string; readonly tests: readonly { readonly results: readonly Result[] }[] }[];
  }[];
}

let installed: InstalledProject;
let sound: Playground;
let flawed: Playground;

beforeAll(async () => {
  if (!existsSync('dist/library/playwright.js')) throw new Error('dist/library is not built: run npm run build first.');
  installed = installedProject(false);
  // Playwright is the one that is installed here; a project of its own has it from the registry.
  mkdirSync(join(installed.project, 'node_modules/@playwright'));
  symlinkSync(resolve('node_modules/@playwright/test'), join(installed.project, 'node_modules/@playwright/test'));
  writeFileSync(join(installed.project, 'cookies.spec.ts'), SPEC);
  // Runs after it, by name: the visitor who signs in there is registered by then.
  const [, example = ''] = /^```ts\n(.*?)^```$/ms.exec(readFileSync('docs/ci.md', 'utf8')) ?? [];
  writeFileSync(join(installed.project, 'docs.spec.ts'), example);
  [sound, flawed] = await Promise.all([startPlayground({ port: 0 }), startPlayground({ port: 0, flaws: ['no-httponly'] })]);
  const launchOptions = { executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] };
  const use = { baseURL: sound.origin, launchOptions };
  const config = { workers: 1, reporter: 'json', timeout: 50_000, expect: { timeout: 30_000 }, use };
  writeFileSync(join(installed.project, 'playwright.config.mjs'), `export default ${JSON.stringify(config)};`);
}, 120_000);
afterAll(async () => {
  await Promise.all([sound.close(), flawed.close()]);
  rmSync(installed.folder, { recursive: true });
});

/** Not at once: the playground answers in this process. */
function playwrightTest(): Promise<string> {
  return new Promise((done, fail) => {
    const cli = join(installed.project, 'node_modules/@playwright/test/cli.js');
    const env = { ...process.env, SOUND: sound.origin, FLAWED: flawed.origin, NODE_OPTIONS: undefined };
    const run = spawn(process.execPath, [cli, 'test'], { cwd: installed.project, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    run.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
    run.on('error', fail).on('close', () => done(output));
  });
}

it('the matcher passes on the sound shop, and on a flawed one fails with the finding and the report attached', async () => {
  const { suites } = JSON.parse(await playwrightTest()) as JsonReport;
  const resultOf = (title: string): Result | undefined =>
    suites.flatMap(({ specs }) => specs).find((spec) => spec.title === title)?.tests[0]?.results[0];
  expect(resultOf('sound')).toMatchObject({ status: 'passed', errors: [] });
  expect(resultOf('signs in'), 'the example of docs/ci.md').toMatchObject({ status: 'passed', errors: [] });
  const failed = resultOf('flawed');
  expect(failed?.errors[0]?.message).toContain('Add HttpOnly to');
  const attachment = (name: string) => Buffer.from(failed?.attachments.find((each) => each.name === name)?.body ?? '', 'base64');
  expect(attachment('cookies.html').toString()).toContain('Add HttpOnly to');
  const recording = importFile(attachment('cookies.recording.json'), () => null);
  if (recording.kind !== 'recording') throw new Error('The recording that is attached cannot be read.');
  expect(recording.lacks).toEqual(['redacted']);
  const exchanges = new Replay().add(recording.facts).rows.filter((row) => row.kind === 'exchange');
  const agreements = exchanges.flatMap(({ cookies, withheld, lines }) =>
    [...cookies, ...withheld, ...lines].map((each) => each.agreement),
  );
  expect(agreements).not.toContain('differs');
  expect(exchanges.filter(({ thirdParty }) => thirdParty).map(({ sent }) => sent.type)).toContain('subdocument');
  expect(exchanges.flatMap(({ lines }) => lines.map(({ observed }) => observed.outcome))).toContain('replaced');
  expect(attachment('cookies.recording.json').toString()).not.toContain('correct horse battery');
  expect(resultOf('contexts of its own')?.errors.map(({ message }) => message)).toEqual([
    expect.stringContaining('This context is not recorded'),
  ]);
}, 180_000);
