import { describe, expect, test } from 'vitest';
import { incidentsIn } from '../../../test/build/incident-examples';
import { questionFiles as files } from '../../../test/build/question-examples';
import type { Bytes } from '../engine/base/units';
import { plain } from '../rules/engine/sentence';
import { questions } from './all-questions';
import { allAnswers, answerTo, questionAbout } from './ask';
import type { Answer } from './engine/answer';
import { subjectChoices } from './subjects';

test('a question is its file and one line in the list of all', () => {
  expect(questions.map(({ id }) => id).sort()).toEqual(files.map(([name]) => name).sort());
});

/** Every sentence of an answer. */
const said = ({ incidents, places, lookedAt, record }: Answer): readonly string[] =>
  [
    ...incidents.flatMap(({ heading, why }) => [heading, why]),
    ...places.map(({ text }) => text()),
    ...lookedAt.map(({ text }) => text),
    ...(record === null ? [] : [record]),
  ].map(plain);

describe.each(files)('%s', (id, examples) => {
  test.each(examples.map((example) => [example.title, example] as const))(
    '%s',
    (_, { steps, browser, about, expect: wanted }) => {
      const incidents = incidentsIn({ steps, ...(browser === undefined ? {} : { browser }) });
      const question = questions.find((each) => each.id === id);
      if (question === undefined) throw new Error(`no question ${id}`);
      const row = about?.step === undefined ? null : (incidents.scene.exchanges[about.step]?.id ?? 'none');
      const answer = answerTo(question, { incidents, subject: { name: (about?.name ?? null) as Bytes | null, row } });
      expect(answer.kind).toBe(wanted.kind);
      if (wanted.name !== undefined) expect(answer.incidents[0]?.cookie?.name ?? answer.places[0]?.name).toBe(wanted.name);
      expect(said(answer).join('\n')).toContain(wanted.says ?? '');
      expect(said(answer).length).toBeGreaterThan(0);
      for (const text of said(answer)) expect(text).not.toMatch(/undefined|\[object| {2}|31d4d96e|9f2c71d0/);
    },
  );

  test('is answered in at least three ways by its examples', () => {
    expect(new Set(examples.map(({ expect: wanted }) => wanted.kind)).size).toBeGreaterThanOrEqual(3);
  });
});

const LINK_IN_A_MAIL = {
  steps: [
    {
      ask: 'POST https://shop.example/login',
      fields: { user: 'a', password: 'b' },
      sets: ['sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly; SameSite=Strict'],
    },
    { ask: 'GET https://shop.example/account', from: 'https://shop.example' },
    { ask: 'GET https://shop.example/order', from: 'https://mail.example', status: 302, answers: { location: '/login' } },
  ],
} as const;

test('a cookie or a request that is chosen first gets the question that it answers best', () => {
  const incidents = incidentsIn(LINK_IN_A_MAIL);
  expect(questionAbout({ name: 'sid' as Bytes, row: null }, incidents)).toBe('signed-out');
  expect(questionAbout({ name: null, row: incidents.scene.exchanges[1]?.id ?? '' }, incidents)).toBe('not-sent');
});

test('every question is answered of an empty recording by what must be recorded', () => {
  const answers = allAnswers(incidentsIn({ steps: [] }));
  expect(answers.map(({ answer }) => answer.kind)).toEqual(questions.map(() => 'not-recorded'));
});

test('cookies and requests are found by a part of their text, the latest request first', () => {
  const { scene } = incidentsIn(LINK_IN_A_MAIL);
  expect(subjectChoices(scene, '', 9).requests.map(({ url }) => new URL(url).pathname)).toEqual(['/order', '/account', '/login']);
  expect(subjectChoices(scene, 'SI', 9).names).toEqual(['sid']);
  expect(subjectChoices(scene, 'post /', 9).requests.length).toBe(1);
  expect(subjectChoices(scene, '', 1).requests.length).toBe(1);
});
