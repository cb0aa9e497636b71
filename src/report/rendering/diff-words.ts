import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import type { ReportedDiff, ReportedRowDifference } from '../model/diff-schema';

type Became = Extract<ReportedRowDifference, { readonly kind: 'line' }>['a'];

/** One difference of a request, as a sentence. */
export function differenceText(difference: ReportedRowDifference): string {
  switch (difference.kind) {
    case 'status':
      return say('diff.status', { a: statusText(difference.a), b: statusText(difference.b) });
    case 'leads-to':
      return say('diff.leads-to', { a: difference.a ?? say('diff.nowhere'), b: difference.b ?? say('diff.nowhere') });
    case 'sent':
      return say(`diff.sent.${difference.other}`, {
        name: comparedName(difference.cookie),
        side: difference.by.toUpperCase(),
        other: difference.by === 'a' ? 'B' : 'A',
      });
    case 'line':
      return say('diff.line', {
        name: comparedName(difference.cookie),
        a: becameText(difference.a),
        b: becameText(difference.b),
      });
    default:
      return difference satisfies never;
  }
}

/** What a cookie of the two jars differs in. */
export const jarDifferenceText = ({ only, aspects }: ReportedDiff['jar']['different'][number]): string =>
  only === null
    ? say('diff.jar.differs', { aspects: listText(aspects.map((aspect) => say(`diff.aspect.${aspect}`))) })
    : say('diff.jar.only', { side: only.toUpperCase() });

/** What is in both, counted. */
export const sameTexts = ({ matched, differing, jar }: ReportedDiff): readonly string[] => [
  listText([sayCount('diff.matched', matched), ...(differing.length > 0 ? [sayCount('diff.differing', differing.length)] : [])]),
  listText([
    sayCount('diff.cookies', jar.same),
    ...(jar.otherValues > 0 ? [say('diff.other-values', { count: jar.otherValues })] : []),
  ]),
];

export const comparedName = (name: string): string => (name === '' ? say('bead.nameless') : name);
const statusText = (status: number | null): string => (status === null ? say('diff.no-answer') : String(status));
const becameText = (became: Became): string => (became === null ? say('diff.no-line') : say(`verdict.${became}`).toLowerCase());
