import type { CSSProperties, ReactNode } from 'react';
import { VisibleText } from '../shared/parts/visible-text';

interface CredentialNamesProps {
  readonly lines: readonly { readonly name: string; readonly host: string }[];
  /** Over the times. */
  readonly caption: string;
  /** Under the names, right of the lines. */
  readonly children?: ReactNode;
}

/** Names over the credentials' lines, one a row: each begins at its line and takes the room at its right, so that none is turned. */
export function CredentialNames({ lines, caption, children }: CredentialNamesProps) {
  return (
    <li className="identity-head">
      <span className="identity-caption">{caption}</span>
      {lines.map(({ name, host }, place) => (
        <span
          key={`${name} ${host}`}
          className="identity-name"
          data-identity={name}
          title={`${name} · ${host}`}
          style={stair(place)}
        >
          <i className="identity-stem" />
          <span className="ellipsis">
            <code>
              <VisibleText text={name} />
            </code>{' '}
            <span className="tone-faint">{host}</span>
          </span>
        </span>
      ))}
      {children && (
        <div className="under-names" style={stair(lines.length)}>
          {children}
        </div>
      )}
    </li>
  );
}

const stair = (place: number): CSSProperties => ({ gridRow: place + 1, gridColumn: `${place + 2} / -1` });
