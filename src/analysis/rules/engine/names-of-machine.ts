import { isLocalhost, isLoopback } from '../../engine/site/host';
import type { Exchange } from '../../replay/rows/exchange';
import type { Fix } from './define';
import { byAction } from './fix';
import { hostText } from './request-words';
import { s } from './sentence';

/** localhost, 127.0.0.1 and [::1] are one machine and to browsers three hosts, of three sites. */
const isThisMachine = (host: string): boolean => isLocalhost(host) || isLoopback(host);

/** What lets two names of this machine share cookies; null = they are not that. */
export const oneMachine = (one: string, other: string): Fix | null =>
  isThisMachine(one) && isThisMachine(other)
    ? byAction(
        null,
        s`Use one name in the address bar, in redirects and in the scripts: ${one} and ${other} are one machine, and to browsers two sites.`,
      )
    : null;

/** The same for a request from one name of this machine to another; null = it is none. */
export function betweenNames({ sent, url }: Exchange): Fix | null {
  const [from, to] = [sent.initiator === null ? '' : hostText(sent.initiator), hostText(url)];
  return from === to ? null : oneMachine(from, to);
}
