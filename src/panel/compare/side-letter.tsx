import type { Side } from './compare-words';

/** By which letter, in its colour, a recording is called. */
export const SideLetter = ({ side }: { readonly side: Side }) => <b className={`side-letter ${side}`}>{side.toUpperCase()}</b>;
