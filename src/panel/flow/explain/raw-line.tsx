import { say } from '../../../words/catalogue';
import { VisibleText } from '../../shared/parts/visible-text';
import type { Segment } from './segments';

interface RawLineProps {
  readonly header: string;
  readonly segments: readonly Segment[];
}

/** A header line as it was received, each part in its colour, always as text. */
export function RawLine({ header, segments }: RawLineProps) {
  return (
    <div className="raw-line" data-testid="raw-line">
      <span className="header-name" data-segment="header">
        {header}:{' '}
      </span>
      {segments.map((segment) => (
        <span
          key={segment.start}
          className={segment.atFault ? `${segment.kind} at-fault` : segment.kind}
          data-segment={segment.kind}
          data-at-fault={segment.atFault || undefined}
        >
          <VisibleText text={segment.text} />
          {segment.masked && <Bullets />}
        </span>
      ))}
    </div>
  );
}

/** Stands for what is masked. */
export function Bullets() {
  return (
    <span role="img" aria-label={say('explain.masked')} title={say('explain.masked')}>
      ••••••
    </span>
  );
}
