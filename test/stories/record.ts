import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { followRecording } from '../../playground/start/recording';
import { digestUnder } from '../../src/platform/digest';
import { launchChromium } from '../browsers/chromium';
import type { DrivenBrowser } from '../browsers/driven';
import { launchFirefox } from '../browsers/firefox';
import { onHost, type StoryApp } from './app';
import { APPS } from './apps';
import { redacted } from './redact';
import { type Visitor, visitorInChromium, visitorInFirefox } from './visitor';

/**
 * Records a real application: `tsx test/stories/record.ts django [chrome|firefox]`. Starts it on this machine, drives it
 * in a headless browser with the built extension and its panel open, and writes the redacted facts beside this file.
 */
async function record(name: string, app: StoryApp, isFirefox: boolean): Promise<void> {
  await onHost(async (host) => {
    const origin = await app.start(host);
    const { browser, visitor } = await (isFirefox ? firefox() : chrome());
    try {
      const panel = await browser.openPanel();
      const recording = await followRecording(panel, browser);
      await app.walk(visitor, origin);
      const facts = await recording.settled();
      const key = recording.key();
      if (key === null) throw new Error('The extension has not told the key of its digests.');
      const lines = redacted(facts, digestUnder(key)).map((fact) => JSON.stringify(fact));
      const file = `${isFirefox ? 'firefox-' : ''}${name}.json`;
      writeFileSync(resolve('test/stories', file), `[\n${lines.join(',\n')}\n]\n`);
      process.stdout.write(`${file}: ${lines.length} facts of ${facts.length}\n`);
    } finally {
      await browser.close();
    }
  });
}

interface Seat {
  readonly browser: DrivenBrowser;
  readonly visitor: Visitor;
}

async function chrome(): Promise<Seat> {
  const browser = await launchChromium({ extension: resolve('dist/chrome') });
  return { browser, visitor: visitorInChromium(browser) };
}

async function firefox(): Promise<Seat> {
  const browser = await launchFirefox({ extension: resolve('dist/firefox') });
  return { browser, visitor: visitorInFirefox(browser) };
}

const [name = '', browser = 'chrome'] = process.argv.slice(2);
const app = APPS[name];
if (app === undefined || !['chrome', 'firefox'].includes(browser)) {
  process.stderr.write(`Name one of: ${Object.keys(APPS).join(', ')}; then chrome or firefox\n`);
  process.exitCode = 2;
} else {
  await record(name, app, browser === 'firefox');
}
