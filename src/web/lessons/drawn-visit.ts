import { say, sayCount } from '../../words/catalogue';
import type { VisitResult } from './answers';
import { type LessonScene, type LessonVisit, lastVisit } from './lesson';

/** A cookie in a picture. `open` = its outcome is what is asked, or not known yet. */
export interface LessonBead {
  readonly name: string;
  readonly verdict: 'sent' | 'withheld' | 'stored' | 'replaced' | 'unchanged' | 'deleted' | 'rejected' | 'unknown' | 'open';
}

/** Cookies on the wire, and those that the browser kept. */
interface CarriedBeads {
  readonly along: readonly LessonBead[];
  readonly withheld: readonly LessonBead[];
}

/** A visit as it is drawn: finished words. */
export interface DrawnVisit {
  /** `POST https://shop.example/order`, or `document.cookie`. */
  readonly what: string;
  readonly host: string;
  /** Who asks, and when. */
  readonly context: readonly string[];
  readonly isScript: boolean;
  /** What the browser sends along, or a script reads; null = nothing is to be drawn there yet. */
  readonly carried: CarriedBeads | null;
  readonly lines: readonly { readonly line: string; readonly bead: LessonBead }[];
}

const DAY = 86_400;

/** The visits of a scene. @param results what came of each; null = it was not answered yet: then outcomes are left blank */
export const drawnVisits = (scene: LessonScene, results: readonly VisitResult[] | null): readonly DrawnVisit[] =>
  scene.visits.map((visit, index) => {
    const result = results?.[index] ?? null;
    const url = new URL(visit.url);
    return {
      what: visit.via === 'script' ? 'document.cookie' : `${visit.method ?? 'GET'} ${visit.url}`,
      host: url.host,
      context: contextOf(visit),
      isScript: visit.via === 'script',
      carried: result === null ? openCarried(scene, visit) : carriedBeads(result),
      lines: visit.lines.map((line, at) => ({ line, bead: lineBead(line, result?.stored[at]?.outcome ?? null) })),
    };
  });

function contextOf({ via, method, as, from, seconds }: LessonVisit): readonly string[] {
  const host = from === undefined ? '' : new URL(from).host;
  const later = laterBy(seconds);
  if (via === 'script') return [say('lesson.visit.script'), ...later];
  if (from === undefined) return [say('lesson.visit.address'), ...later];
  if (as === 'frame') return [say('lesson.visit.frame', { host }), ...later];
  return [say(method === 'POST' ? 'lesson.visit.form' : 'lesson.visit.link', { host }), ...later];
}

function laterBy(seconds: number): readonly string[] {
  if (seconds < 60) return [];
  if (seconds >= DAY) return [sayCount('lesson.visit.days-later', Math.round(seconds / DAY))];
  return [sayCount('lesson.visit.later', Math.round(seconds / 60))];
}

/** What is asked stands there as a question mark. */
function openCarried(scene: LessonScene, visit: LessonVisit): CarriedBeads | null {
  const { kind } = scene.question;
  const isAsked = visit === lastVisit(scene) && (kind === 'sent' || kind === 'carried');
  return isAsked ? { along: [{ name: '?', verdict: 'open' }], withheld: [] } : null;
}

function carriedBeads({ carried: { sent, withheld } }: VisitResult): CarriedBeads | null {
  if (sent.length + withheld.length === 0) return null;
  return {
    along: sent.map(({ name, value }) => ({ name: `${name}=${short(value)}`, verdict: 'sent' })),
    withheld: withheld.map(({ cookie: { name } }) => ({ name, verdict: 'withheld' })),
  };
}

const lineBead = (line: string, outcome: Exclude<LessonBead['verdict'], 'open'> | 'cannot-tell' | null): LessonBead => ({
  name: line.split('=')[0] ?? line,
  verdict: outcome === null ? 'open' : outcome === 'cannot-tell' ? 'unknown' : outcome,
});

/** A text that need not be read to its end. */
const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 22)}…` : text);
