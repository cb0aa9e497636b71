import type { Letter } from '../../../analysis/grade/weights';

/** A grade's letter on its tint; the letter is always there. */
export function GradeMark({ letter, big = false }: { readonly letter: Letter; readonly big?: boolean }) {
  return <span className={`grade-mark ${letter.charAt(0)}${big ? ' big' : ''}`}>{letter}</span>;
}
