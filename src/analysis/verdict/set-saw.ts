import type { SetScene } from './set-scene';
import type { Seen } from './verdict';

export function sawOf(_id: string, _scene: SetScene): readonly Seen[] {
  return [];
}
