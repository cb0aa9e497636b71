import { failed, type Judgement, PASSED } from './judgement';
import type { SetScene } from './set-scene';
import type { SetReason, Step } from './verdict';

/** One check of a line, in the standard's words. */
export interface SetStep {
  readonly id: string;
  readonly section: Step['section'];
  readonly judge: (scene: SetScene) => Judgement;
}

export const passedOr = (reason: SetReason, fine: boolean): Judgement => (fine ? PASSED : failed(reason));
