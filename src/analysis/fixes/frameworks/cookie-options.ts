import type { SettingTexts } from './framework';

/**
 * The options of a cookie as frameworks in JavaScript take them, one a line.
 * @param indent what stands before each
 * @param unit of `maxAge`
 */
export const cookieOptions = (indent: string, unit: 'seconds' | 'milliseconds'): Omit<SettingTexts, 'name'> => ({
  path: `${indent}path: '$path',`,
  domain: { given: `${indent}domain: '$domain',`, absent: null },
  lifetime: { given: `${indent}maxAge: $${unit},`, session: null },
  secure: `${indent}secure: true,`,
  httpOnly: `${indent}httpOnly: true,`,
  sameSite: `${indent}sameSite: '$samesite',`,
  partitioned: `${indent}partitioned: true,`,
});
