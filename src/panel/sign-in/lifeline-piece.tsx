import type { LifelineSegment } from './transaction-picture';

interface LifelinePieceProps {
  readonly piece: (LifelineSegment & { readonly outlives?: boolean }) | undefined;
}

/** A cookie's line beside one row: thick while it signs somebody in, another colour and letter at each new id. */
export function LifelinePiece({ piece }: LifelinePieceProps) {
  if (piece === undefined || piece.state === 'none') return <span className="identity-line" />;
  const { state, place, signedIn, letter, outlives = false } = piece;
  const name = [
    'identity-line',
    state,
    `id-${place % 5}`,
    signedIn && 'signed-in',
    letter !== null && 'begins',
    outlives && 'outlives',
  ];
  return (
    <span className={name.filter(Boolean).join(' ')} data-line={state} data-outlives={outlives || undefined}>
      {letter !== null && <b className="lifeline-letter">{letter}</b>}
    </span>
  );
}
