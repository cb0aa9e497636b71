import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { followRecording } from '../../playground/start/recording';
import { digestUnder } from '../../src/platform/digest';
import { launchChromium } from '../browsers/chromium';
import { onHost, type StoryApp } from './app';
import { APPS } from './apps';
import { redacted } from './redact';

/**
 * Records a real application: `tsx test/stories/record.ts django`. Starts it on this machine, drives it in headless
 * Chromium with the built extension and its panel open, and writes the redacted facts beside this file.
 */
async function record(name: string, app: StoryApp): Promise<void> {
  await onHost(async (host) => {
    const origin = await app.start(host);
    const chromium = await launchChromium({ extension: resolve('dist/chrome') });
    try {
      const panel = await chromium.openPanel();
      const recording = await followRecording(panel, chromium);
      await app.walk(chromium.page, origin).catch(async (error: unknown) => {
        await chromium.page.screenshot({ path: `/tmp/cookie-flow-story-${name}.png` });
        throw error;
      });
      const facts = await recording.settled();
      const key = recording.key();
      if (key === null) throw new Error('The extension has not told the key of its digests.');
      const lines = redacted(facts, digestUnder(key)).map((fact) => JSON.stringify(fact));
      writeFileSync(resolve(`test/stories/${name}.json`), `[\n${lines.join(',\n')}\n]\n`);
      process.stdout.write(`${name}: ${lines.length} facts of ${facts.length}\n`);
    } finally {
      await chromium.close();
    }
  });
}

const [name = ''] = process.argv.slice(2);
const app = APPS[name];
if (app === undefined) {
  process.stderr.write(`Name one of: ${Object.keys(APPS).join(', ')}\n`);
  process.exitCode = 2;
} else {
  await record(name, app);
}
