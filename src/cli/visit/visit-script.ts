import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { RunError } from '../command/command';
import { readJson } from '../command/files';
import { firstLine } from './failure-words';
import { playSteps } from './recorder-player';
import { type RecorderStep, readRecorderSteps } from './recorder-steps';

/** What a script works with. */
interface VisitTools {
  readonly page: Page;
  readonly context: BrowserContext;
  /** That will be visited afterwards. */
  readonly url: string;
}

/** Steps before the visit: a sign-in. What they throw says where. */
export type VisitScript = (tools: VisitTools) => Promise<void>;

/** A module whose default export is the script, or a recording of Chrome's Recorder (`.json`). @throws RunError */
export async function visitScript(file: string): Promise<VisitScript> {
  const path = resolve(file);
  if (!existsSync(path)) throw new RunError(`${file} cannot be read: there is no such file or folder.`);
  if (!isRecording(file)) return moduleScript(path, file);
  const steps = recordedSteps(file);
  return ({ page }) => playSteps(page, steps);
}

/** Whether a script is a recording of Chrome's Recorder, which any browser can play. */
export const isRecording = (file: string): boolean => /\.json$/i.test(file);

/** @throws RunError */
export function recordedSteps(file: string): readonly RecorderStep[] {
  const read = readRecorderSteps(readJson(file));
  if ('fault' in read) throw new RunError(`${file} is no recording of Chrome’s Recorder that can be played: ${read.fault}`);
  return read.steps;
}

async function moduleScript(path: string, file: string): Promise<VisitScript> {
  const address = pathToFileURL(path).href;
  const module = await imported(address, file);
  const script = module.default;
  if (typeof script !== 'function')
    throw new RunError(`${file} has no script: it must export a function as default, async ({ page, url }) => { … }.`);
  return async (tools) => {
    try {
      await (script as VisitScript)(tools);
    } catch (error) {
      throw new RunError(`the script failed${placeIn(address, error)}: ${firstLine(error)}`);
    }
  };
}

async function imported(address: string, file: string): Promise<{ readonly default?: unknown }> {
  try {
    return (await import(/* @vite-ignore */ address)) as { readonly default?: unknown };
  } catch (error) {
    throw new RunError(`${file} cannot be loaded: ${firstLine(error)}`);
  }
}

/** " at sign-in.mjs:7"; nothing where the stack does not pass through the script. */
function placeIn(address: string, error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const path = fileURLToPath(address);
  const line = stack.split('\n').find((each) => each.includes(address) || each.includes(path));
  const place = /([^/\\]+:\d+):\d+\)?$/.exec(line ?? '')?.[1];
  return place === undefined ? '' : ` at ${place}`;
}
