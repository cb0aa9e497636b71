import { spawnSync } from 'node:child_process';
import { flowText } from '../src/cli/flow/flow-text';
import { ensureBrowser } from '../test/browsers/ensure';
import { type Playground, startPlayground } from './playground';
import { demonstrate } from './start/demonstration';
import { installedChrome } from './start/installed-chrome';
import { readStartOptions, START_USAGE, type StartOptions } from './start/options';
import { openWindow } from './start/window';

const PICTURE = 'cookie-flow.png';

/** `npm start`: builds the extension and shows it on the playground, in a window or, with no display, as text and a picture. */
async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2), process.env, process.platform);
  // First of all, for without a browser there is nothing to build for.
  if (options.headless || options.browser === 'firefox') ensureBrowser(options.browser, console.log);
  else installedChrome();
  build();
  const playground = await startPlayground({
    flaws: options.flaws,
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  console.log(`The playground is at ${playground.origin}/`);
  try {
    await (options.headless ? print(options, playground) : show(options, playground));
  } finally {
    await playground.close();
  }
}

function build(): void {
  console.log('Building the extension…');
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}

async function print({ browser }: StartOptions, { hosts }: Playground): Promise<void> {
  console.log(`Driving the sign-in in a ${browser} without a window, with the extension in its DevTools…\n`);
  const facts = await demonstrate(browser, hosts, PICTURE);
  console.log(flowText(facts));
  console.log(`\n${PICTURE} shows the panel with the sign-in chosen.`);
}

async function show({ browser }: StartOptions, { origin }: Playground): Promise<void> {
  const window = await openWindow(browser, `${origin}/see`);
  const interrupted = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  console.log(
    'The Cookie Flow panel is open in DevTools. Follow the steps on the page; close the window or press Ctrl+C to end.',
  );
  await Promise.race([window.closed, interrupted]);
  await window.close();
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof TypeError || (error as Error).message.startsWith('--')) console.error(`\n${START_USAGE}`);
  process.exitCode = 1;
}
