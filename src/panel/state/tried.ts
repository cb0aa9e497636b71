import { bytes } from '../../analysis/engine/base/bytes';
import { type Bytes, type Instant, instant } from '../../analysis/engine/base/units';
import type { ParsedLine } from '../../analysis/engine/header/parsed-line';
import { readLine } from '../../analysis/engine/header/read-line';
import { Jar } from '../../analysis/engine/jar/jar';
import { type Access, accessOf, type EngineSettings } from '../../analysis/engine/verdict/access/access';
import { decideSend, explainSend } from '../../analysis/engine/verdict/on-send';
import { applySet, decideSet, explainSet, type SetDecision } from '../../analysis/engine/verdict/on-set';
import type { Profile, Verdict } from '../../analysis/engine/verdict/verdict';
import { contextOfDescription } from '../../analysis/replay/requests/request-description';
import { linesOf, type Trial, type TrialNext, type TrialPlace } from './trial';

/** What one browser, or the standard, makes of it. */
export interface TrialVerdict {
  readonly profile: Profile;
  readonly verdict: Verdict;
  readonly decision: SetDecision;
  /** Whether the cookie goes with the request that follows; null = none follows that can be read, or there is no cookie. */
  readonly sending: { readonly verdict: Verdict; readonly outcome: 'sent' | 'withheld' | 'cannot-tell' } | null;
}

export interface Tried {
  /** Of the line that is taken apart. */
  readonly parsed: ParsedLine;
  readonly verdicts: readonly TrialVerdict[];
  /** Of every line with something in it, what each profile makes of it. */
  readonly lines: readonly TriedLine[];
  /** The Cookie header of the request that follows, by profile; empty = none goes. Empty list = none follows that can be read. */
  readonly headers: readonly { readonly profile: Profile; readonly header: Bytes }[];
}

/** A line of the response. */
export interface TriedLine {
  /** Its place among all lines. */
  readonly index: number;
  readonly parsed: ParsedLine;
  readonly outcomes: readonly { readonly profile: Profile; readonly outcome: SetDecision['outcome'] }[];
}

const TRIED: readonly Profile[] = ['spec', 'chromium', 'firefox'];

/**
 * The lines through the engine in all three profiles, one after another into a jar that is empty at first, and then the cookies with
 * the request that follows.
 * @returns null where the URL, or the page around it, cannot be read
 */
export function tried(trial: Trial, at: Instant): Tried | null {
  if (!isReadable(trial)) return null;
  const next = trial.next !== null && isReadable(trial.next) ? trial.next : null;
  const runs = TRIED.map((profile) => runIn(profile, trial, next, at));
  const lines = linesOf(trial)
    .map((line, index) => ({ index, line }))
    .filter(({ index, line }) => index === trial.before.length || line.trim() !== '');
  return {
    parsed: readLine(bytes(trial.line)),
    verdicts: runs.map(({ verdict }) => verdict),
    lines: lines.map(({ index, line }) => ({
      index,
      parsed: readLine(bytes(line)),
      outcomes: runs.map(({ verdict: { profile }, outcomes }) => ({ profile, outcome: outcomes[index] ?? 'cannot-tell' })),
    })),
    headers: next === null ? [] : runs.map(({ verdict: { profile }, header }) => ({ profile, header })),
  };
}

/** What one profile makes of a trial. */
interface Run {
  readonly verdict: TrialVerdict;
  readonly outcomes: readonly SetDecision['outcome'][];
  readonly header: Bytes;
}

function runIn(profile: Profile, trial: Trial, next: TrialNext | null, at: Instant): Run {
  const settings = { profile, thirdParty: policyIn(profile, trial) };
  const jar = new Jar();
  const access = accessFor(trial, at, settings);
  const outcomes = trial.before.map((line) => applySet(jar, access, bytes(line)).outcome);
  const line = bytes(trial.line);
  const verdict = explainSet(jar, access, line);
  const decision = decideSet(jar, access, line);
  applySet(jar, access, line);
  outcomes.push(decision.outcome, ...trial.after.map((each) => applySet(jar, access, bytes(each)).outcome));
  const sending = next === null ? null : sendingOf(decision, next, { at, settings });
  return {
    verdict: { profile, verdict, decision, sending },
    outcomes,
    header: next === null ? bytes('') : headerOf(jar, next, at, settings),
  };
}

const policyIn = (profile: Profile, { thirdParty, isPrivate }: Trial): Trial['thirdParty'] =>
  isPrivate && profile === 'chromium' && thirdParty === 'default' ? 'block' : thirdParty;

/** The Cookie header of a request by what a jar holds: only cookies that are sure to go. */
function headerOf(jar: Jar, next: TrialNext, at: Instant, settings: EngineSettings): Bytes {
  const access = accessFor(next, instant(at + next.seconds * 1000), settings);
  return jar
    .candidates(new URL(next.url).hostname)
    .filter((cookie) => decideSend(cookie, access).outcome === 'sent')
    .map(({ name, value }) => (name === '' ? value : `${name}=${value}`))
    .join('; ') as Bytes;
}

/** Whether addresses of a request can be read. */
const isReadable = ({ url, top, as, frames, redirects }: TrialPlace): boolean =>
  isWeb(url) && (top === '' ? as === 'page' : isWeb(top)) && [...frames, ...redirects].every(isWeb);

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

function accessFor(place: TrialPlace, at: Instant, settings: EngineSettings): Access {
  const { url, method, as, top, frames, redirects } = place;
  const documents = as === 'page' ? [] : [top, ...frames];
  const asking = documents.at(-1) ?? top;
  const context = contextOfDescription({ url, method, as, asking: asking === '' ? null : asking, documents, redirects });
  return accessOf({ url, via: 'http', context, at, date: null }, settings);
}

function sendingOf(
  { cookie, accepted }: SetDecision,
  next: TrialNext,
  { at, settings }: { readonly at: Instant; readonly settings: EngineSettings },
): TrialVerdict['sending'] {
  if (cookie === null || accepted === false) return null;
  const access = accessFor(next, instant(at + next.seconds * 1000), settings);
  return { verdict: explainSend(cookie, access), outcome: decideSend(cookie, access).outcome };
}
