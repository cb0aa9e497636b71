import { Replay } from '../../src/analysis/replay/replay';
import { type Sessions, sessionsOf } from '../../src/analysis/session/sessions';
import type { SignIn } from '../../src/analysis/session/sign-in/session-kinds';
import type { SiteSession } from '../../src/analysis/session/site-session';
import type { Moment } from '../../src/analysis/story/moment';
import { storiesOf } from '../../src/analysis/story/moments';
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

/** The moments of the story of the site that a trace visits most. */
export function momentsIn(lines: string, origin = 'https://app.example'): readonly Moment[] {
  const { rows } = new Replay().add(aTrace(origin, lines));
  const [story] = storiesOf(sessionsOf(rows, digestOf), rows);
  return story?.moments ?? [];
}

/** What a trace tells, in a few words a sign-in. */
export const signInScript = (lines: string, origin?: string) => scriptOf(siteIn(lines, origin));

/** The same of one site. */
export function scriptOf({ attempts, signIns }: SiteSession) {
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
