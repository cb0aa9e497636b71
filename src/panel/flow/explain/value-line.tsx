import { text } from '../../../analysis/engine/base/bytes';
import type { Bytes } from '../../../analysis/engine/base/units';
import { VisibleText } from '../../shared/parts/visible-text';
import { isMaskable, maskedHead } from '../../shared/presentation/mask';
import { Bullets } from './raw-line';

interface ValueProps {
  readonly name: Bytes;
  readonly value: Bytes;
  readonly revealed: boolean;
}

/** `name=value` with its value masked until it is revealed. */
export function Pair({ name, value, revealed }: ValueProps) {
  const masked = !revealed && isMaskable(value);
  return (
    <>
      <span className="name">
        <VisibleText text={text(name)} />
      </span>
      <span className="punctuation">=</span>
      <span className="value">
        <VisibleText text={text(masked ? maskedHead(value) : value)} />
        {masked && <Bullets />}
      </span>
    </>
  );
}

/** A cookie of the jar, of which no line is at hand. */
export function ValueLine(props: ValueProps) {
  return (
    <div className="raw-line">
      <Pair {...props} />
    </div>
  );
}
