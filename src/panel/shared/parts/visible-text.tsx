import { visible } from './visible';

interface VisibleTextProps {
  readonly text: string;
  readonly className?: string;
  /** What it is a part of its row, for tests: `data-part`. */
  readonly part?: string;
}

/** Text from outside, always as text: unseen characters are named in a box, and its direction stays its own. */
export function VisibleText({ text, className, part }: VisibleTextProps) {
  const runs = visible(text);
  const only = runs[0];
  if (runs.length === 1 && only?.kind === 'plain')
    return (
      <bdi className={className} data-part={part}>
        {only.text}
      </bdi>
    );
  return (
    <bdi className={className} data-part={part}>
      {runs.map(({ kind, text: piece, at }) =>
        kind === 'mark' ? (
          <mark key={at} className="unseen" data-unseen="" data-words="standard">
            {piece}
          </mark>
        ) : (
          <bdi key={at}>{piece}</bdi>
        ),
      )}
    </bdi>
  );
}
