import type { JarCookie } from '../../analysis/facts/jar-cookie';

/** What a format cannot carry. `left-out-…`: the cookie itself is not written; the others lose a part of it, or a reader does. */
export type LossKind =
  | 'left-out-partition'
  | 'left-out-line-break'
  | 'left-out-nameless'
  | 'left-out-octets'
  | 'left-out-elsewhere'
  | 'left-out-expired'
  | 'left-out-path'
  | 'same-site'
  | 'same-site-absent'
  | 'ancestor'
  | 'http-only'
  | 'wget-http-only'
  | 'attributes'
  | 'session-python'
  | 'milliseconds';

export interface FormatLoss {
  readonly kind: LossKind;
  /** The cookies it concerns, by name; a name may occur twice. */
  readonly names: readonly string[];
}

/** A loss for the cookies of which it is true; none where there are none. */
export function lossOf(
  kind: LossKind,
  cookies: readonly JarCookie[],
  concerns: (cookie: JarCookie) => boolean,
): readonly FormatLoss[] {
  const found = cookies.filter(concerns);
  return found.length === 0 ? [] : [{ kind, names: found.map(({ name }) => name) }];
}
