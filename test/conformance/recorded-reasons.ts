import { text } from '../../src/analysis/engine/base/bytes';
import type { Bytes } from '../../src/analysis/engine/base/units';
import { readLine } from '../../src/analysis/engine/header/read-line';
import type { SetReason } from '../../src/analysis/engine/verdict/verdict';
import type { FormFields } from '../../src/cli/simulate/case-form';
import { octetsOf } from '../../src/cli/simulate/octets';
import type { Corpus } from './corpus';
import { firefoxSetKey } from './firefox-names';
import { outputOf } from './judge';

interface Difference {
  /** Case, step and place in it. */
  readonly at: string;
  readonly expected: readonly string[];
  readonly got: readonly string[] | null;
}

export interface Compared {
  readonly judged: number;
  readonly different: readonly Difference[];
}

interface ListedCookie {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  readonly reasons: readonly string[];
}

/** Our reasons in CDP's names beside the ones DevTools gave, for every line and every cookie it listed. */
export function cdpDifferences(files: readonly Corpus[]): Compared {
  const different: Difference[] = [];
  let judged = 0;
  const judge = (at: string, expected: readonly string[], got: readonly string[] | null) => {
    judged++;
    if (JSON.stringify(expected) !== JSON.stringify(got)) different.push({ at, expected, got });
  };
  for (const file of files) {
    for (const test of file.cases) {
      const { steps = [] } = outputOf(test, file, { profile: 'chromium', reasons: 'cdp' });
      for (const [index, step] of (test.steps as readonly FormFields[]).entries()) {
        const at = `${test.id} step ${index}`;
        for (const [line, reasons] of ((step.setReasons ?? []) as readonly (readonly string[])[]).entries()) {
          judge(
            `${at} line ${line}`,
            reasons.filter((name) => name !== '(silent)'),
            steps[index]?.reasons?.[line] ?? null,
          );
        }
        for (const cookie of (step.sendReasons ?? []) as readonly ListedCookie[]) {
          if (cookie.reasons.length === 0) continue;
          const own = steps[index]?.withheld?.filter((each) => isSame(each, cookie)) ?? [];
          const equal = own.find((each) => JSON.stringify(each.reasons) === JSON.stringify(cookie.reasons));
          judge(`${at} cookie ${cookie.name}`, cookie.reasons, (equal ?? own[0])?.reasons ?? null);
        }
      }
    }
  }
  return { judged, different };
}

/** DevTools writes a dot before the domain of a cookie that is not host-only, and the path as text. */
const isSame = (own: Omit<ListedCookie, 'reasons'>, listed: ListedCookie): boolean =>
  own.name === listed.name &&
  [own.path, text(own.path as Bytes)].includes(listed.path) &&
  own.domain === listed.domain.replace(/^\./, '');

/** The key of each message that Firefox logged beside ours; a refusal it did not log is not judged. */
export function firefoxDifferences(files: readonly Corpus[]): Compared {
  const different: Difference[] = [];
  let judged = 0;
  for (const file of files) {
    for (const test of file.cases) {
      const { steps = [] } = outputOf(test, file, { profile: 'firefox', reasons: 'own' });
      for (const [index, step] of (test.steps as readonly FormFields[]).entries()) {
        for (const [place, logged] of ((step.setReasons ?? []) as readonly (readonly string[])[]).entries()) {
          if (logged.length === 0) continue;
          judged++;
          const line = readLine(octetsOf((step.cookies as readonly string[])[place] ?? '', test.enc === 'latin1'), 'firefox');
          const reasons = (steps[index]?.reasons?.[place] ?? []) as readonly SetReason[];
          const key = firefoxSetKey(reasons, line, step.via === 'script' ? 'script' : 'http');
          if (key !== logged[0])
            different.push({ at: `${test.id} step ${index} line ${place}`, expected: logged, got: key === null ? null : [key] });
        }
      }
    }
  }
  return { judged, different };
}
