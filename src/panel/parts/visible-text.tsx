import { visible } from './visible';

interface VisibleTextProps {
  readonly text: string;
  readonly className?: string;
}

/** Text from outside, always as text: unseen characters are named in a box, and its direction stays its own. */
export function VisibleText({ text, className }: VisibleTextProps) {
  const pieces = visible(text);
  const only = pieces[0];
  if (pieces.length === 1 && only?.kind === 'plain') return <bdi className={className}>{only.text}</bdi>;
  return (
    <bdi className={className}>
      {pieces.map(({ kind, text: piece, at }) =>
        kind === 'mark' ? (
          <mark key={at} className="unseen" data-words="standard">
            {piece}
          </mark>
        ) : (
          <bdi key={at}>{piece}</bdi>
        ),
      )}
    </bdi>
  );
}
