import { expect, test } from 'vitest';
import { pageIn } from '../page-id';
import { lessonBeside, lessonHash, lessonIn, sceneBeside } from './lesson-address';
import { LESSONS } from './list';

test('the address of every scene leads back to it, on the start page', () => {
  for (const lesson of LESSONS) {
    for (const scene of lesson.scenes) {
      const hash = lessonHash({ lesson, scene });
      expect(lessonIn(hash)).toEqual({ lesson, scene });
      expect(pageIn(hash)).toBe('start');
    }
  }
});

test.each([
  ['#lesson-same-site/form', 'same-site', 'form'],
  ['#lesson-same-site', 'same-site', 'link'],
  ['#lesson-same-site/nothing', 'same-site', 'link'],
  ['#lesson-nothing', undefined, undefined],
  ['#lessons', undefined, undefined],
  ['', undefined, undefined],
])('%s leads to %s, %s', (hash, lesson, scene) => {
  expect([lessonIn(hash)?.lesson.id, lessonIn(hash)?.scene.id]).toEqual([lesson, scene]);
});

test('after the last lesson comes the first; scenes end', () => {
  const [first, last] = [LESSONS.at(0), LESSONS.at(-1)];
  if (!first || !last) throw new Error('No lessons.');
  expect(lessonBeside(last, 1).lesson).toBe(first);
  expect(lessonBeside(first, -1).lesson).toBe(last);
  expect(sceneBeside({ lesson: first, scene: first.scenes[0] }, -1)).toBeNull();
  expect(sceneBeside({ lesson: first, scene: first.scenes[0] }, 1)?.scene).toBe(first.scenes[1]);
});

test.each([
  ['', 'start'],
  ['#lessons', 'start'],
  ['#view=lab', 'lab'],
  ['#as=frame&method=POST', 'panel'],
  ['#other=1&lab=1.e30', 'panel'],
] as const)('%s leads to the page %s', (hash, page) => {
  expect(pageIn(hash)).toBe(page);
});
