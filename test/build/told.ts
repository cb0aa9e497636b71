import { Replay } from '../../src/analysis/replay/replay';
import type { SignIn } from '../../src/analysis/session/session-kinds';
import { type Sessions, type SiteSession, sessionsOf } from '../../src/analysis/session/sign-in';
import { aTrace, digestOf } from './trace';

/** The sessions of a trace; see `aTrace` for how it is written. */
export const sessionsIn = (lines: string, origin = 'https://app.example'): Sessions =>
  sessionsOf(new Replay().add(aTrace(origin, lines)).rows, digestOf);

/** The site that a trace visits most. */
export function siteIn(lines: string, origin?: string): SiteSession {
  const [site] = sessionsIn(lines, origin).sites;
  if (site === undefined) throw new Error('the trace visits no site');
  return site;
}

/** What a trace tells, in a few words a sign-in. */
export function told(lines: string, origin?: string) {
  const { attempts, signIns } = siteIn(lines, origin);
  return {
    attempts: attempts.map(({ step, outcome }) => `${step} ${outcome}`),
    signIns: signIns.map(inShort),
  };
}

function inShort({ how, id, carriedBy, carriers, end }: SignIn) {
  return {
    how,
    id,
    carriedBy,
    by: carriers.map(({ life }) => life.name),
    end: end === null ? null : end.kind === 'expiry' ? `expired by ${end.by}` : `signed out by ${end.by}`,
    left: end?.kind === 'sign-out' ? end.fates.map(({ key, fate }) => `${key.split('\t')[0]} ${fate}`) : [],
    reuse: end?.kind === 'sign-out' ? (end.reuse?.answered ?? null) : null,
  };
}
