import { bytesOfLatin1 } from '../../src/analysis/engine/base/bytes';
import type { Profile } from '../../src/analysis/engine/base/profile';
import { type Bytes, instant } from '../../src/analysis/engine/base/units';
import { Jar } from '../../src/analysis/engine/jar/jar';
import { type Access, accessOf } from '../../src/analysis/engine/verdict/access/access';
import {
  type AccessCause,
  type Circumstances,
  type EarlierLine,
  TYPED,
} from '../../src/analysis/engine/verdict/examples/example';
import { applySet } from '../../src/analysis/engine/verdict/on-set';
import { requestContextOf } from '../../src/cli/simulate/context-of';
import { contextOf as contextOfScene, type ScenarioScene } from '../differential/scenes';

export const NOON = Date.UTC(2026, 5, 1, 12);

/** An example's cause as the stage of the differential test plays it. */
export const sceneOf = (url: string, { act, documents, frame, redirects = [] }: AccessCause): ScenarioScene => ({
  act,
  documents,
  frame: frame ?? null,
  redirects,
  status: 302,
  target: url,
});

/** The access of an example at a time. */
export function accessFor(url: string, circumstances: Circumstances, profile: Profile, ms = NOON): Access {
  const { cause = TYPED, policy = 'allow', unknown = {}, clock } = circumstances;
  const via = cause.act === 'script' ? 'script' : 'http';
  // Of a URL that no server answers, the circumstances do not matter.
  const page = /^(http|ws)s?:/.test(url) ? url : 'https://a.test/';
  const context = { ...requestContextOf(contextOfScene(sceneOf(page, cause)), page, via), ...unknown };
  const at = instant(clock === 'unknown' ? Number.NaN : ms);
  return accessOf({ url, via, context, at, date: null }, { profile, thirdParty: policy });
}

/** A jar into which visits have put these lines, `age` seconds before noon. */
export function jarWith(lines: readonly EarlierLine[], profile: Profile, age = 0): Jar {
  const jar = new Jar();
  for (const [line, url] of lines) applySet(jar, accessFor(url, {}, profile, NOON - age * 1000), octets(line));
  return jar;
}

export const octets = (line: string): Bytes => bytesOfLatin1(line);

/** Short enough for a title. */
export const titleOf = (line: string): string =>
  JSON.stringify(line.length > 70 ? `${line.slice(0, 60)}…(${line.length})` : line);
