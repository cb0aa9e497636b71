import type { JarCookie } from '../../analysis/facts/fact';
import { say } from '../../words/catalogue';
import { visibleString } from '../shared/parts/visible';
import { maskedApart } from '../shared/presentation/mask';

/** Where a cookie belongs: its host alone, or its domain. */
export const cookiePlaceText = ({ domain, hostOnly }: JarCookie): string =>
  say(hostOnly ? 'files.cookies.host' : 'files.cookies.domain', { host: visibleString(domain) });

/** What differs when one cookie takes the place of another. */
export function replacedText(before: JarCookie, after: JarCookie): string {
  if (before.value === after.value) return say('files.cookies.other-attributes');
  const [old, made] = maskedApart(before.value, after.value);
  return say('files.cookies.replaced', { old: visibleString(old), made: visibleString(made) });
}
