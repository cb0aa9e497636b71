/** The values there are of each setting, the first one being what holds until the reader chooses. */
export const CHOICES = {
  theme: ['devtools', 'light', 'dark'],
  times: ['since-start', 'clock'],
  preserve: [true, false],
  fold: [false, true],
  thirdParty: ['not-known', 'allow', 'block', 'partition'],
} as const;

/** What the reader wants of the panel, kept from one opening to the next. */
export type Settings = { readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

/** The settings in what was kept, as far as it still makes sense. */
export function settingsFrom(stored: unknown): Settings {
  const found = typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>) : {};
  const one = <Value>(values: readonly [Value, ...Value[]], value: unknown): Value =>
    values.find((each) => each === value) ?? values[0];
  return {
    theme: one(CHOICES.theme, found.theme),
    times: one(CHOICES.times, found.times),
    preserve: one<boolean>(CHOICES.preserve, found.preserve),
    fold: one<boolean>(CHOICES.fold, found.fold),
    thirdParty: one(CHOICES.thirdParty, found.thirdParty),
  };
}
