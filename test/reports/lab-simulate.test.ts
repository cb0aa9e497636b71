import { expect, test } from 'vitest';
import { PROFILES } from '../../src/analysis/engine/base/profile';
import { instant } from '../../src/analysis/engine/base/units';
import { caseOf } from '../../src/cli/simulate/case-form';
import { runCase } from '../../src/cli/simulate/run-case';
import { EXAMPLES, TUTORIALS } from '../../src/panel/lab/examples';
import { PRESETS } from '../../src/panel/lab/presets';
import { ALONE, linesOf, type Trial, type TrialPlace } from '../../src/panel/state/trial';
import { tried } from '../../src/panel/state/tried';

const NOW = '2026-11-23T12:00:00.000Z';

const FRAMED: Trial = {
  ...ALONE,
  line: 'sid=1; Path=/; Secure; SameSite=Lax',
  url: 'https://shop.example/embed',
  as: 'frame',
  top: 'https://shop.example/',
  frames: ['https://ads.example/'],
  redirects: [],
  method: 'GET',
  next: null,
  thirdParty: 'default',
};

const siteText = (origin: string) => origin.replace(/^(https?:\/\/)(?:.*\.)?([^.]+\.[^.]+)$/, '$1$2');

/** The request of a trial in the words of the terminal's format. */
function contextOf({ url, as, top, method, frames, redirects }: TrialPlace): object {
  const [own, around] = [new URL(url).origin, top === '' ? null : new URL(top).origin];
  if (as === 'page')
    return {
      type: 'main-frame-navigation',
      method,
      initiator: around,
      siteForCookies: own,
      ancestors: [],
      redirectChain: redirects,
      partitionKey: { topLevelSite: siteText(own), crossSiteAncestor: false },
    };
  const above = [around ?? '', ...frames.map((frame) => new URL(frame).origin)];
  const isOneSite = above.every((each) => siteText(each) === siteText(around ?? ''));
  const isForeign = !isOneSite || siteText(around ?? '') !== siteText(own);
  return {
    type: as === 'frame' ? 'subframe-navigation' : 'subresource',
    method,
    initiator: above.at(-1),
    siteForCookies: isOneSite ? around : null,
    ancestors: above,
    redirectChain: redirects,
    partitionKey: { topLevelSite: siteText(around ?? ''), crossSiteAncestor: isForeign },
  };
}

const caseFor = (preset: Trial) =>
  caseOf({
    id: preset.line,
    kind: 'jar',
    now: NOW,
    policy: { thirdParty: preset.thirdParty },
    steps: [
      { op: 'set', via: 'http', url: preset.url, context: contextOf(preset), cookies: linesOf(preset) },
      ...(preset.next === null
        ? []
        : [
            { op: 'advance', seconds: preset.next.seconds },
            { op: 'get', via: 'http', url: preset.next.url, context: contextOf(preset.next) },
          ]),
    ],
  });

interface SetStep {
  readonly accepted: readonly (boolean | null)[];
  readonly reasons: readonly (readonly string[])[];
}
interface GetStep {
  readonly header: string;
}

const ALL = [
  ...PRESETS.map((preset) => [preset.line, preset] as const),
  ...EXAMPLES.map(({ of, title, trial }) => [`${of ?? 'incident'}: ${title}`, trial] as const),
  ['a frame of another site in between', FRAMED] as const,
  ['a redirect', { ...FRAMED, frames: [], redirects: ['https://idp.example/'] }] as const,
];

test('examples of tutorials, rules and incidents are among them', () => {
  expect(EXAMPLES.filter(({ of }) => of === TUTORIALS).length).toBeGreaterThan(10);
  expect(EXAMPLES.filter(({ of }) => of !== null && of !== TUTORIALS).length).toBeGreaterThan(50);
  expect(EXAMPLES.filter(({ of }) => of === null).length).toBeGreaterThan(20);
});

test.each(ALL)('the Lab says of %s what the terminal says', (_, preset) => {
  const at = instant(Date.parse(NOW));
  const result = tried(preset, at);
  const inLab = result?.verdicts.map(({ profile, decision }, index) => ({
    profile,
    accepted: decision.accepted,
    reasons: decision.reasons,
    header: preset.next === null ? null : result.headers[index]?.header,
  }));
  const onTerminal = PROFILES.map((profile) => {
    const options = { file: '', profile, thirdParty: preset.thirdParty, reasons: 'own' } as const;
    const { steps } = runCase(caseFor(preset), at, options) as { steps: readonly [SetStep, object?, GetStep?] };
    const [set, , get] = steps;
    return {
      profile,
      accepted: set.accepted[preset.before.length] ?? 'cannot-tell',
      reasons: set.reasons[preset.before.length],
      header: get === undefined ? null : get.header,
    };
  });
  expect(inLab).toEqual(onTerminal);
});
