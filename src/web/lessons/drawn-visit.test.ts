import { expect, test } from 'vitest';
import '../../words/lesson-words';
import { sceneAnswer } from './answers';
import { drawnVisits } from './drawn-visit';
import { LESSONS } from './list';

const SCENES = LESSONS.flatMap(({ scenes }) => scenes);

test('before the answer no picture has an outcome', () => {
  for (const scene of SCENES) {
    const beads = drawnVisits(scene, null).flatMap(({ carried, lines }) => [
      ...(carried?.along ?? []),
      ...(carried?.withheld ?? []),
      ...lines.map(({ bead }) => bead),
    ]);
    expect([scene.id, ...new Set(beads.map(({ verdict }) => verdict))]).toEqual([scene.id, 'open']);
  }
});

test('after the answer the bead of the foreign form hangs under the wire', () => {
  const scene = SCENES.find(({ id }) => id === 'form');
  const visits = scene && drawnVisits(scene, sceneAnswer(scene).profiles[0]?.visits ?? null);
  expect(visits?.at(0)?.lines.map(({ bead }) => bead)).toEqual([{ name: 'sid', verdict: 'stored' }]);
  expect(visits?.at(1)).toMatchObject({
    what: 'POST https://shop.example/order',
    host: 'shop.example',
    carried: { along: [], withheld: [{ name: 'sid', verdict: 'withheld' }] },
  });
});
