import { expect, test } from 'vitest';
import { PROFILES } from '../../src/analysis/engine/base/profile';
import { instant } from '../../src/analysis/engine/base/units';
import { caseOf } from '../../src/cli/simulate/case-form';
import { runCase } from '../../src/cli/simulate/run-case';
import { PRESETS } from '../../src/panel/lab/presets';
import { type Trial, type TrialPlace, tried } from '../../src/panel/state/trial';

const NOW = '2026-11-23T12:00:00.000Z';

/** The request of a trial in the words of the terminal's format. */
function contextOf({ url, as, top, method }: TrialPlace): object {
  const [own, around] = [new URL(url).origin, top === '' ? null : new URL(top).origin];
  const siteText = (origin: string) => origin.replace(/^(https?:\/\/)(?:.*\.)?([^.]+\.[^.]+)$/, '$1$2');
  if (as === 'page')
    return {
      type: 'main-frame-navigation',
      method,
      initiator: around,
      siteForCookies: own,
      ancestors: [],
      partitionKey: { topLevelSite: siteText(own), crossSiteAncestor: false },
    };
  const isForeign = around !== null && siteText(around) !== siteText(own);
  return {
    type: as === 'frame' ? 'subframe-navigation' : 'subresource',
    method,
    initiator: around,
    siteForCookies: around,
    ancestors: [around],
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
      { op: 'set', via: 'http', url: preset.url, context: contextOf(preset), cookies: [preset.line] },
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

test.each(PRESETS.map((preset) => [preset.line, preset] as const))('the Lab says of %s what the terminal says', (_, preset) => {
  const at = instant(Date.parse(NOW));
  const inLab = tried(preset, at)?.verdicts.map(({ profile, decision, sending }) => ({
    profile,
    accepted: decision.accepted,
    reasons: decision.reasons,
    sent: preset.next === null ? null : sending?.outcome === 'sent',
  }));
  const onTerminal = PROFILES.map((profile) => {
    const options = { file: '', profile, thirdParty: preset.thirdParty, reasons: 'own' } as const;
    const { steps } = runCase(caseFor(preset), at, options) as { steps: readonly [SetStep, object?, GetStep?] };
    const [set, , get] = steps;
    return {
      profile,
      accepted: set.accepted[0] ?? 'cannot-tell',
      reasons: set.reasons[0],
      sent: get === undefined ? null : get.header !== '',
    };
  });
  expect(inLab).toEqual(onTerminal);
});
