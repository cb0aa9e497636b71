import type { Profile } from '../../engine/base/profile';
import { Jar } from '../../engine/jar/jar';
import { accessOf } from '../../engine/verdict/access/access';
import { decideSend } from '../../engine/verdict/on-send';
import { decideSet } from '../../engine/verdict/on-set';
import type { Failure } from './failure';
import type { Scene } from './scene';
import type { Suspect } from './suspect';

/** Never put into: what else is in the other browser's jar is not known. */
const EMPTY = new Jar();

export const otherBrowser = (browser: Profile): Profile => (browser === 'firefox' ? 'chromium' : 'firefox');

/** Whether the other browser, as it comes, would have stored or sent the cookie; null = it cannot tell, or the question makes no sense. */
export function goesElsewhere(
  { withheld, source, cause, reason }: Suspect,
  { exchange }: Failure,
  { browser }: Scene,
): boolean | null {
  if (reason === 'credentials-omitted' || reason === 'preflight') return false;
  const settings = { profile: otherBrowser(browser), thirdParty: 'default' } as const;
  if (withheld !== null && cause !== 'expired') {
    const { url, context, at } = exchange;
    const { outcome } = decideSend(withheld.cookie, accessOf({ url, via: 'http', context, at, date: null }, settings));
    return outcome === 'cannot-tell' ? null : outcome === 'sent';
  }
  if (cause !== 'rejected' || source === null) return null;
  const { url, context, received, at } = source.exchange;
  const { accepted } = decideSet(
    EMPTY,
    accessOf({ url, via: 'http', context, at: received?.at ?? at, date: received?.date ?? null }, settings),
    source.line.line,
  );
  return typeof accepted === 'boolean' ? accepted : null;
}
