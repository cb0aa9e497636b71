import { describe, expect, test } from 'vitest';
import { hasSuites, suite } from './corpus';
import { CHROMIUM_114, type Exceptions, FIREFOX_2024 } from './exceptions';
import { failures } from './judge';

const ABSENT = '../shared/conformance is not here, so other people’s cases are not run';

/** The known deviations of one suite, by their ids' beginning. */
function knownOf(name: string): Exceptions {
  const known = suite('known-deviations.json') as unknown as Readonly<Record<string, { readonly note: string }>>;
  return Object.fromEntries(Object.entries(known).flatMap(([id, { note }]) => (id.startsWith(`${name}/`) ? [[id, note]] : [])));
}

describe.skipIf(!hasSuites())(hasSuites() ? 'other people’s cases' : ABSENT, () => {
  test.each([
    ['wpt.json', 'spec', () => knownOf('wpt')],
    ['http-state.json', 'spec', () => knownOf('http-state')],
    ['psl.json', 'spec', () => ({})],
    ['chromium114.json', 'chromium', () => CHROMIUM_114],
    ['firefox.json', 'firefox', () => FIREFOX_2024],
  ] as const)('%s holds under the %s profile, but for the cases that are listed', (file, profile, exceptions) => {
    const found = failures(suite(file), profile);
    const listed = exceptions();
    const unlisted = [...found].filter(([id]) => !(id in listed));
    expect(unlisted).toEqual([]);
    expect(Object.keys(listed).filter((id) => !found.has(id))).toEqual([]);
  });

  test('the suites are not empty', () => {
    expect(suite('wpt.json').cases.length).toBeGreaterThan(1000);
  });
});
