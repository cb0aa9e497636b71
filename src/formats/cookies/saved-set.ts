import * as v from 'valibot';
import { type Instant, instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import { cookieOfOwn, ownCookiesFile, ownCookiesSchema } from './own-cookies';

/** Cookies of a site that the user has kept. */
export interface SavedSet {
  readonly savedAt: Instant;
  readonly cookies: readonly JarCookie[];
}

/** Our own cookies file, and when it was saved. */
const savedSetSchema = v.object({ ...ownCookiesSchema.entries, savedAt: v.number() });

/** A set as it is stored. */
export const storedSet = ({ savedAt, cookies }: SavedSet): v.InferOutput<typeof savedSetSchema> => ({
  ...ownCookiesFile(cookies, false),
  savedAt,
});

/** A stored set; null = it cannot be read as a whole. A set of which a part is missing would not be the set that was saved. */
export function readSavedSet(stored: unknown): SavedSet | null {
  const read = v.safeParse(savedSetSchema, stored);
  return read.success ? { savedAt: instant(read.output.savedAt), cookies: read.output.cookies.map(cookieOfOwn) } : null;
}
