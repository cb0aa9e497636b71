import { bytes } from '../../analysis/engine/base/bytes';
import { readToken } from '../../analysis/session/values/token';
import { type CookieRequest, createJar, type RequestCookies, type StorageDecision } from '../../library/engine';
import { rightChoice } from './choices';
import type { LessonScene, LessonVisit } from './lesson';

/** The lessons' day, so that an answer is the same on every day. */
const BEGIN = Date.UTC(2026, 10, 30, 12);
const DAY = 86_400_000;

const LESSON_PROFILES = ['chromium', 'firefox', 'spec'] as const;
type LessonProfile = (typeof LESSON_PROFILES)[number];

/** What came of a visit. */
export interface VisitResult {
  readonly carried: RequestCookies;
  /** Of each line. */
  readonly stored: readonly StorageDecision[];
}

/** What one profile makes of a scene. */
export interface ProfileAnswer {
  readonly profile: LessonProfile;
  /** One of the scene's choices. */
  readonly outcome: string;
  readonly visits: readonly VisitResult[];
  /** What decided against the cookie or the line that is asked about; null = nothing did. */
  readonly refusal: (Pick<StorageDecision, 'section'> & { readonly reason: Reason }) | null;
}

type Reason = StorageDecision['reasons'][number] | RequestCookies['withheld'][number]['decision']['reasons'][number];

/** The answer to a scene's question. */
export interface SceneAnswer {
  readonly right: string;
  readonly profiles: readonly ProfileAnswer[];
}

/** Runs a scene through the engine in every profile. */
export function sceneAnswer(scene: LessonScene): SceneAnswer {
  const profiles = LESSON_PROFILES.map((profile) => answerIn(profile, scene));
  return { right: rightChoice(profiles.map(({ outcome }) => outcome)), profiles };
}

function answerIn(profile: LessonProfile, scene: LessonScene): ProfileAnswer {
  const jar = createJar({ browser: profile });
  const visits = scene.visits.map((visit) => {
    const request = requestOf(visit);
    // What goes with a request is settled before its response comes.
    const carried = jar.get(request);
    return { carried, stored: visit.lines.map((line) => jar.set(line, request)) };
  });
  const last = visits.at(-1);
  if (last === undefined) throw new Error(`The scene ${scene.id} has no visit.`);
  return { profile, visits, outcome: outcomeOf(scene, last), refusal: refusalOf(scene, last) };
}

/** A visit as the engine takes it. */
function requestOf({ seconds, lines: _, ...request }: LessonVisit): CookieRequest {
  return { ...request, at: BEGIN + seconds * 1000 };
}

function outcomeOf(scene: LessonScene, { carried, stored }: VisitResult): string {
  const { question } = scene;
  switch (question.kind) {
    case 'sent':
      return carried.sent.length > 0 ? 'yes' : 'no';
    case 'stored':
      return stored.every(({ accepted }) => accepted === true) ? 'yes' : 'no';
    case 'carried':
      return carried.header;
    case 'kept':
      return String(daysKept(stored[0]?.cookie?.expires ?? null));
    case 'claims':
      return stored
        .flatMap(({ cookie }) => (cookie !== null && hasClaim(cookie.value, question.claim) ? [cookie.name] : []))
        .join(' ');
    default:
      return question satisfies never;
  }
}

const daysKept = (expires: number | null): number | null => (expires === null ? null : Math.round((expires - BEGIN) / DAY));

/** Whether anyone who has the value can read a claim out of it. */
function hasClaim(value: string, claim: string): boolean {
  const { layer } = readToken(bytes(value));
  const payload = layer.format === 'jwt' ? layer.parts.find(({ name }) => name === 'payload')?.text : null;
  return payload ? Object.hasOwn(JSON.parse(payload), claim) : false;
}

function refusalOf({ question }: LessonScene, { carried, stored }: VisitResult): ProfileAnswer['refusal'] {
  const decisions = question.kind === 'stored' ? stored : carried.withheld.map(({ decision }) => decision);
  for (const { reasons, section } of decisions) if (reasons[0] !== undefined) return { reason: reasons[0], section };
  return null;
}
