import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exchangesOf } from '../../../test/build/rows';
import { Replay } from '../../analysis/replay/replay';
import type { Exchange } from '../../analysis/replay/rows/exchange';
import { exportRecording } from '../export-recording';
import { importFile } from '../import-file';

describe('a recording that goes out as HAR and comes back without our field', () => {
  /** Without what HAR has no word for. */
  function throughHar(name: string) {
    const recorded = importFile(readFileSync(`test/recordings/${name}.json`), () => null);
    if (recorded.kind !== 'recording') throw new Error(JSON.stringify(recorded));
    const har = JSON.parse(exportRecording(recorded.facts, 'har', { digest: null, redaction: null }).text);
    delete har.log._cookieFlow;
    const found = importFile(strToU8(JSON.stringify(har)), () => null);
    if (found.kind !== 'recording') throw new Error(JSON.stringify(found));
    expect(found.faulty).toBe(0);
    return { live: exchangesOf(new Replay().add(recorded.facts)), again: exchangesOf(new Replay().add(found.facts)) };
  }
  const carried = (exchanges: readonly Exchange[]) =>
    exchanges.map(({ url, hop, sent, status, redirectsTo, cookies, lines }) => [
      [sent.method, url, hop, status, redirectsTo],
      cookies.map(({ name, value }) => [name, value]),
      lines.map(({ line, deletes }) => [line, deletes]),
    ]);
  const predictions = (exchanges: readonly Exchange[]) =>
    exchanges.flatMap(({ lines }) => lines.map(({ predicted }) => predicted.outcome));

  it.each(['chromium-sign-in', 'firefox-sign-in'])('has the same requests, cookies and lines: %s', (name) => {
    const { live, again } = throughHar(name);
    expect(live.length).toBeGreaterThan(5);
    expect(carried(again)).toEqual(carried(live));
  });

  it.each(['chromium-sign-in', 'firefox-sign-in'])('has the same predictions of lines, and nothing observed: %s', (name) => {
    const { live, again } = throughHar(name);
    expect(predictions(live)).toContain('stored');
    expect(predictions(again)).toEqual(predictions(live));
    expect(again.flatMap(({ lines }) => lines).every(({ observed }) => observed.outcome === 'not-observed')).toBe(true);
  });
});
