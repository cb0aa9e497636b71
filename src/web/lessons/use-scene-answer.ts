import { useState } from 'react';
import type { SceneAnswer } from './answers';
import type { LessonScene } from './lesson';
import { markAnswered } from './progress';

/** What was answered to a scene so far. */
interface AnsweredScene {
  /** The choices tried, the latest last. */
  readonly tried: readonly string[];
  /** What the engine says; null = it has not been asked. */
  readonly answer: SceneAnswer | null;
  /** The address of the Lab with the scene; null = it cannot show it. */
  readonly lab: string | null;
  /** Whether the engine's code could not be loaded. */
  readonly failed: boolean;
}

const NOTHING: AnsweredScene = { tried: [], answer: null, lab: null, failed: false };

/** The answers to a scene. The engine is loaded with the first of them; a component for each scene (`key`). */
export function useSceneAnswer(scene: LessonScene): readonly [AnsweredScene, (choice: string) => void] {
  const [state, setState] = useState(NOTHING);
  const choose = async (choice: string) => {
    setState((before) => ({ ...before, tried: [...before.tried.filter((each) => each !== choice), choice] }));
    try {
      const [{ sceneAnswer }, { labAddress }] = await Promise.all([import('./answers'), import('./lab-address')]);
      const answer = sceneAnswer(scene);
      setState((before) => ({ ...before, answer, lab: labAddress(scene), failed: false }));
      if (choice === answer.right) markAnswered(scene.id);
    } catch {
      // The file is not there: offline before all was kept, or a new version came. The reader is told to reload.
      setState((before) => ({ ...before, failed: true }));
    }
  };
  return [state, (choice) => void choose(choice)];
}
