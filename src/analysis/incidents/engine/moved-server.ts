import type { Bytes } from '../../engine/base/units';
import type { Exchange } from '../../replay/rows/exchange';
import { cookieKey } from '../../session/cookies/cookie-key';
import type { Scene } from '../scene/scene';

/** Requests that carried the same mark of a server before it counts as kept: `AWSALB` is given anew with each answer. */
const KEPT = 2;

/** The cookie by which a load balancer keeps a visitor on one server, where this answer names another server; null = none does. */
export function movedServer({ cookies, lines, sent }: Exchange, { roleOf, sessions }: Scene): Bytes | null {
  for (const { deletes, parsed, target } of lines) {
    const key = cookieKey(target);
    const brought = cookies.find(({ name }) => name === parsed.name);
    if (deletes || brought === undefined || brought.value === parsed.value || roleOf(key).role !== 'load-balancer') continue;
    const span = sessions.lives.all.get(key)?.spans.find(({ value }) => value === brought.value);
    const before = span?.sent.filter((each) => each.sent.seq < sent.seq) ?? [];
    if (before.length >= KEPT) return parsed.name;
  }
  return null;
}
