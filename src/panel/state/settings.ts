import type { LogLimit } from '../../protocol/recording-log';

/** The values there are of each setting, the first one being what holds until the reader chooses. */
export const CHOICES = {
  theme: ['devtools', 'light', 'dark'],
  times: ['since-start', 'clock'],
  preserve: [true, false],
  collapse: [false, true],
  thirdParty: ['not-known', 'allow', 'block', 'partition'],
  mostEvents: [200_000, 10_000, 50_000, 1_000_000],
  /** Mebibytes. */
  mostMemory: [256, 64, 1024],
} as const;

/** The settings of the panel, stored between openings. */
export type PanelSettings = { readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

/** The settings in what was stored. A value that is none of its setting's choices becomes the first of them. */
export function settingsFrom(stored: unknown): PanelSettings {
  const found = typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>) : {};
  const one = <Value>(values: readonly [Value, ...Value[]], value: unknown): Value =>
    values.find((each) => each === value) ?? values[0];
  return {
    theme: one(CHOICES.theme, found.theme),
    times: one(CHOICES.times, found.times),
    preserve: one<boolean>(CHOICES.preserve, found.preserve),
    // Version 0.1.0 stored it as `fold`.
    collapse: one<boolean>(CHOICES.collapse, found.collapse ?? found.fold),
    thirdParty: one(CHOICES.thirdParty, found.thirdParty),
    mostEvents: one(CHOICES.mostEvents, found.mostEvents),
    mostMemory: one(CHOICES.mostMemory, found.mostMemory),
  };
}

/** How much a recording may hold by the reader's settings. */
export const logLimitOf = ({ mostEvents, mostMemory }: PanelSettings): LogLimit => ({
  events: mostEvents,
  octets: mostMemory * 1024 * 1024,
});
