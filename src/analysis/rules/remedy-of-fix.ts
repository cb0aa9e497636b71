import type { Bytes, Instant } from '../engine/base/units';
import type { ParsedLine, SetCookie } from '../engine/header/parsed-line';
import { parseSetCookie } from '../engine/header/set-cookie';
import { correct, corrected, type Edit } from '../fixes/correct';
import { FRAMEWORKS, type Framework, type FrameworkId } from '../fixes/frameworks/framework';
import { frameworks } from '../fixes/frameworks/registry';
import { lossesOf, type PreventedLoss } from '../fixes/losses';
import { actionLines, type Property, type SnippetLine, snippet, type Wanted } from '../fixes/snippet';
import { changedBetween, wanted } from '../fixes/wanted';
import type { Row } from '../replay/rows/exchange';
import type { CookieKey } from '../session/cookies/cookie-key';
import type { Fix } from './engine/define';
import { requestText } from './engine/request-words';
import { counted, type Sentence, s } from './engine/sentence';

/** Everything there is to do about a fault, ready to be shown. */
export interface Remedy {
  readonly advice: Sentence;
  /** What to look at before doing it; null = nothing. */
  readonly precaution: Sentence | null;
  /** The corrected line in runs; null = no line to correct. */
  readonly edits: readonly Edit[] | null;
  /** What the page itself has to write, or header fields; empty = nothing. */
  readonly code: readonly string[];
  /** The framework that the site was recognised to use; null = none was. */
  readonly recognised: FrameworkId | null;
  /** The frameworks that have lines for this fix, in the order of `FRAMEWORKS`; empty = no framework has. */
  readonly frameworks: readonly FrameworkId[];
  /** What to write in a framework; null = it has no lines for this fix. */
  readonly settings: (framework: FrameworkId) => Settings | null;
}

/** Lines of code or configuration, never empty. */
interface Settings {
  /** The file or place the lines belong in; null = the lines say so themselves. */
  readonly where: string | null;
  readonly lines: readonly SnippetLine[];
  /** Properties of the fix that the framework has no setting for. */
  readonly cannot: readonly Property[];
}

/** What a fix is for. */
export interface FixTarget {
  /** The recording, against which a corrected line is tried. */
  readonly rows: readonly Row[];
  /** The cookie that the line set; null = none, or it deletes one, and then nothing can be lost. */
  readonly key: CookieKey | null;
  /** A line of the cookie, for fixes that correct none; null = there is no cookie to name. */
  readonly line: SetCookie | null;
  /** When it was set, for an Expires to be turned into a length of time. */
  readonly at: Instant;
  readonly use: 'session' | 'cookie';
  readonly isDeletion: boolean;
  readonly recognised: FrameworkId | null;
}

/** The remedy that a fix comes to. A line that would have lost what the recording shows is not offered. */
export function remedyOfFix(fix: Fix, target: FixTarget): Remedy {
  const wished = fix.line === null || fix.changes.length === 0 ? null : correct(fix.line, fix.changes);
  const losses = wished === null ? [] : lossesBy(fix.line, wished, target);
  // A line that would have withheld what the recording shows sent is no fix, however right it is in general.
  const edits = losses.length > 0 ? null : wished;
  const settings = losses.length > 0 ? () => null : settingsOf(fix, edits, target);
  const written = new Map(FRAMEWORKS.map((id) => [id, settings(frameworks[id])] as const));
  return {
    advice: fix.advice,
    precaution: losses.length > 0 ? whatIsLost(losses) : fix.precaution,
    edits,
    code: fix.code,
    recognised: target.recognised,
    frameworks: FRAMEWORKS.filter((id) => written.get(id) != null),
    settings: (id) => written.get(id) ?? null,
  };
}

/** The framework whose lines to show: the chosen one, else the recognised one; null = neither has lines for this fix. */
export function frameworkToShow(remedy: Remedy, chosen: FrameworkId | null): FrameworkId | null {
  return [chosen, remedy.recognised].find((id) => id !== null && remedy.frameworks.includes(id)) ?? null;
}

function lossesBy(
  line: ParsedLine | null,
  edits: readonly Edit[],
  { key, rows, isDeletion }: FixTarget,
): readonly PreventedLoss[] {
  if (line === null || key === null || isDeletion) return [];
  return lossesOf({ key, line: line.line, corrected: corrected(edits) as Bytes }, rows);
}

function whatIsLost(losses: readonly PreventedLoss[]): Sentence {
  const [first] = losses;
  const request = first === undefined ? '' : requestText(first.exchange);
  return first?.kind === 'not-stored'
    ? s`No changed line is offered: browsers would not store it where this recording shows it stored, in answer to ${request}.`
    : s`No changed line is offered: ${[counted(losses.length, 'request')]} of this recording, such as ${request}, would go without it. Change what they rely on first.`;
}

/** An action is code of its own; attributes of a line are a framework's setting, unless the line is a deletion, which is a call. */
function settingsOf(
  { line, action, origin }: Fix,
  edits: readonly Edit[] | null,
  target: FixTarget,
): (framework: Framework) => Settings | null {
  const meant = edits === null ? (line ?? target.line) : parseSetCookie(corrected(edits) as Bytes);
  const cookie = meant === null ? null : wanted(meant, target.at);
  if (action !== null) return (framework) => ofAction(actionLines(framework, action, cookie ?? SOUND_COOKIE, origin));
  if (line === null || cookie === null || target.isDeletion) return () => null;
  const changed = changedBetween(wanted(line, target.at), cookie);
  return (framework) => ofSnippet(framework, target.use, cookie, changed);
}

function ofAction(lines: readonly string[]): Settings | null {
  return lines.length === 0 ? null : { where: null, lines: lines.map((text) => ({ text, changed: true })), cannot: [] };
}

function ofSnippet(
  framework: Framework,
  use: 'session' | 'cookie',
  cookie: Wanted,
  changed: readonly Property[],
): Settings | null {
  if (changed.length === 0) return null;
  const { where, lines, cannot } = snippet(framework, use, cookie, changed);
  return lines.some((each) => each.changed) ? { where, lines, cannot } : null;
}

/** Stands in where a site has no cookie of its own to name, as for Strict-Transport-Security. */
const SOUND_COOKIE = wanted(parseSetCookie('sid=; Path=/; Secure; HttpOnly; SameSite=Lax' as Bytes), 0 as Instant);
