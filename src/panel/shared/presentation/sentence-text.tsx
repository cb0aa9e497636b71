import type { Sentence } from '../../../analysis/rules/engine/sentence';
import { VisibleText } from '../parts/visible-text';

/** A rule's sentence: our words plain, what a server or a standard wrote as code. */
export function SentenceText({ sentence }: { readonly sentence: Sentence }) {
  return (
    <span data-words="rule">
      {sentence.map((piece, index) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence have no other identity than their place.
          <code key={index}>
            <VisibleText text={piece.code} />
          </code>
        ),
      )}
    </span>
  );
}
