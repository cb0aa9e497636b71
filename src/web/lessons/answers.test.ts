import { describe, expect, test } from 'vitest';
import { instant } from '../../analysis/engine/base/units';
import { tried } from '../../panel/state/tried';
import { sceneAnswer } from './answers';
import { choicesOf, rightChoice } from './choices';
import { trialOfScene } from './lab-address';
import { LESSON_IDS, type LessonScene } from './lesson';
import { LESSONS } from './list';

const SCENES = LESSONS.flatMap(({ scenes }) => scenes);
const sceneOf = (id: string): LessonScene => {
  const scene = SCENES.find((each) => each.id === id);
  if (scene === undefined) throw new Error(`No scene ${id}.`);
  return scene;
};

test('there are twelve lessons in their order, and no scene stands in two of them', () => {
  expect(LESSONS.map(({ id }) => id)).toEqual(LESSON_IDS);
  expect(LESSONS).toHaveLength(12);
  expect(new Set(SCENES.map(({ id }) => id)).size).toBe(SCENES.length);
});

/** What RFC 6265bis and the browsers' own documents say: in Chromium, in Firefox, to the letter; one answer = all agree. */
const KNOWN: readonly (readonly [lesson: (typeof LESSON_IDS)[number], scene: string, ...outcomes: readonly string[]])[] = [
  ['first-cookie', 'pair', 'yummy_cookie=chocolate; tasty_cookie=strawberry'],
  ['first-cookie', 'structure', 'colours=red'],
  ['first-cookie', 'too-large', 'no'],
  ['who-gets-it', 'host-only', 'no'],
  ['who-gets-it', 'domain', 'yes'],
  ['who-gets-it', 'other-domain', 'no'],
  ['who-gets-it', 'path', 'no'],
  ['how-long', 'both-lifetimes', 'yes'],
  ['how-long', 'no-lifetime', 'null'],
  ['how-long', 'two-years', '400'],
  ['script', 'script-reads', 'theme=dark'],
  ['script', 'script-writes', 'no'],
  ['secure', 'http-request', 'no'],
  ['secure', 'http-response', 'no'],
  ['secure', 'localhost', 'yes'],
  ['same-site', 'link', 'yes'],
  ['same-site', 'form', 'no'],
  ['same-site', 'frame', 'no'],
  ['prefixes', 'host-prefix', 'no'],
  ['prefixes', 'secure-prefix', 'no'],
  ['prefixes', 'http-prefix', 'no'],
  ['prefixes', 'kept-promise', 'yes'],
  ['third-parties', 'embedded', 'yes', 'no', 'yes'],
  ['third-parties', 'partitioned', 'no'],
  ['third-parties', 'none-insecure', 'no'],
  ['sign-in', 'same-id', 'sid=before'],
  ['sign-in', 'new-id', 'sid=after'],
  ['sign-in', 'planted-id', 'sid=planted; sid=after'],
  ['sign-out', 'other-scope', 'sid=31d4d96e'],
  ['sign-out', 'same-scope', ''],
  ['token', 'payload', 'token'],
  ['token', 'expiry', 'token'],
  ['csrf', 'no-same-site', 'no', 'yes', 'no'],
  ['csrf', 'same-site-none', 'yes'],
  ['csrf', 'get-changes', 'yes'],
  ['csrf', 'strict', 'no'],
];

describe('the engine answers', () => {
  test.each(KNOWN)('%s, %s: %j', (lesson, id, ...outcomes) => {
    expect(LESSONS.find((each) => each.id === lesson)?.scenes.map((scene) => scene.id)).toContain(id);
    const { right, profiles } = sceneAnswer(sceneOf(id));
    const expected = outcomes.length === 1 ? Array(3).fill(outcomes[0]) : outcomes;
    expect(profiles.map(({ profile }) => profile)).toEqual(['chromium', 'firefox', 'spec']);
    expect(profiles.map(({ outcome }) => outcome)).toEqual(expected);
    expect(right).toBe(outcomes.length === 1 ? outcomes[0] : 'differs');
  });

  test('every scene', () => {
    expect(KNOWN.map(([, id]) => id).sort()).toEqual(SCENES.map(({ id }) => id).sort());
  });
});

test.each(SCENES.map((scene) => [scene.id, scene] as const))(
  '%s: the right answer is one of its choices, and others are wrong',
  (_, scene) => {
    const choices = choicesOf(scene);
    const { right, profiles } = sceneAnswer(scene);
    expect(choices.filter((choice) => choice === right)).toHaveLength(1);
    expect(new Set(choices).size).toBe(choices.length);
    expect(choices.length).toBeLessThanOrEqual(4);
    for (const { outcome } of profiles) expect(choices).toContain(outcome);
  },
);

const IN_LAB = SCENES.flatMap((scene) => {
  const trial = trialOfScene(scene);
  const isJudged = scene.question.kind === 'sent' || scene.question.kind === 'stored';
  return trial && isJudged ? [[scene.id, scene, trial] as const] : [];
});

test.each(IN_LAB)('%s: the Lab says the same of it in each profile', (_, scene, trial) => {
  const lab = tried(trial, instant(Date.UTC(2026, 10, 30, 12)));
  for (const { profile, outcome } of sceneAnswer(scene).profiles) {
    const column = lab?.verdicts.find((each) => each.profile === profile);
    const isYes = trial.next === null ? column?.decision.accepted === true : column?.sending?.outcome === 'sent';
    expect([profile, isYes ? 'yes' : 'no']).toEqual([profile, outcome]);
  }
});

test('most scenes can be changed in the Lab', () => {
  expect(IN_LAB.length).toBeGreaterThan(18);
});

test.each([
  [['yes', 'yes', 'yes'], 'yes'],
  [['yes', 'no', 'yes'], 'differs'],
  [['', '', ''], ''],
])('what profiles come to, %j, is the choice %j', (outcomes, right) => {
  expect(rightChoice(outcomes)).toBe(right);
});
