import { strToU8 } from 'fflate';
import { instant } from '../../src/analysis/engine/base/units';
import { Replay } from '../../src/analysis/replay/replay';
import { importFile } from '../../src/formats/import-file';
import { exchangesOf } from './rows';

export type Json = Record<string, unknown>;
export const HAR_NOON = Date.UTC(2026, 10, 29, 12);

/** An entry of a HAR, `at` milliseconds after noon; what is given replaces what every entry has. */
export const harEntry = (url: string, at: number, request: Json = {}, response: Json = {}, more: Json = {}): Json => ({
  startedDateTime: new Date(HAR_NOON + at).toISOString(),
  time: 10,
  request: { method: 'GET', url, headers: [], cookies: [], ...request },
  response: { status: 200, headers: [], cookies: [], content: { mimeType: 'text/html' }, redirectURL: '', ...response },
  ...more,
});

export const harHeaders = (map: Record<string, string>) => Object.entries(map).map(([name, value]) => ({ name, value }));

/** The recording that a HAR of these entries becomes, replayed. Digests of values are readable. */
export function readHarOf(entries: readonly unknown[], log: Json = { creator: { name: 'WebInspector', version: '537.36' } }) {
  const found = importFile(
    strToU8(JSON.stringify({ log: { version: '1.2', ...log, entries } })),
    (value) => `digest of ${value}`,
  );
  if (found.kind !== 'recording') throw new Error(JSON.stringify(found));
  const replay = new Replay().add(found.facts).settle(instant(HAR_NOON + 600_000));
  return { ...found, exchanges: exchangesOf(replay), replay };
}
