import type { BrowserName } from './rig';

/**
 * What a command is asked for: `--minutes N`, or whatever `what` is, and `--browser chromium` or `firefox`, both if not told.
 * Says how it is used, and ends, where that is not understood.
 */
export function asked(command: string, what: string, usual: number): { value: number; browsers: readonly BrowserName[] } {
  const args = process.argv.slice(2);
  const textOf = (name: string): string | null => {
    const at = args.indexOf(name);
    return at < 0 ? null : (args[at + 1] ?? '');
  };
  const value = Number(textOf(`--${what}`) ?? usual);
  const browser = textOf('--browser');
  if (!(value > 0) || (browser !== null && browser !== 'chromium' && browser !== 'firefox')) {
    console.error(`npm run ${command} -- --${what} N [--browser chromium|firefox]`);
    process.exit(2);
  }
  return { value, browsers: browser === null ? ['chromium', 'firefox'] : [browser] };
}
