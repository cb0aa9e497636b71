import type { Bytes } from '../../engine/base/units';
import { readLine } from '../../engine/header/read-line';
import type { SetLine } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import { cookieKey } from '../../session/cookies/cookie-key';
import type { Attempt } from '../../session/requests/attempt';
import { entropyBound } from '../../session/values/entropy';
import { newSuspect } from '../scene/suspect';
import { consequenceClause, requestOf } from './cause-words';
import { type FailureCase, type Found, ofSuspect } from './define';
import { remedyFor } from './remedy';

/** A session that the answer to a sign-in gave a value, in a line that deletes it; null = there is none. */
export function setAndDeleted({ chain }: Attempt, one: FailureCase): Found | null {
  const { failure, scene } = one;
  const hops = chain.map(({ exchange }) => exchange).filter(({ sent }) => sent.seq < failure.exchange.sent.seq);
  const found = hops.flatMap((exchange) => exchange.lines.filter(isBoth).map((line) => ({ exchange, line }))).at(-1);
  if (found === undefined) return null;
  const { exchange, line } = found;
  const { name } = line.parsed;
  const second = secondIn(line);
  const key = cookieKey(line.target);
  const suspect = newSuspect({ cause: 'dead-on-arrival', name, key, role: scene.roleOf(key), source: found, basis: 'predicted' });
  return ofSuspect(suspect, one, {
    title: s`A session is set and deleted by one line`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: the line that sets ${name} deletes it`,
    brief: s`set and deleted by one line`,
    why:
      second === null
        ? s`The answer to ${requestText(exchange)} gives ${name} a value, and says in the same line that its time is over.`
        : s`One line of the answer to ${requestText(exchange)} holds ${name} and, after a semicolon, ${second}. To browsers all of it is ${name} and its attributes: that ${second} is to be deleted deletes ${name}.`,
    remedy: () =>
      remedyFor(
        byAction(
          null,
          second === null
            ? timeOf(line, name)
            : s`Send two ${'Set-Cookie'} headers. Where the application does, something before it joins them: a proxy must pass each on by itself.`,
        ),
        suspect,
        scene,
      ),
  });
}

/** What to leave out: -1 stands for “until the browser ends” in some frameworks, and in no line. */
function timeOf({ line }: SetLine, name: Bytes): Sentence {
  const { maxAge } = readLine(line);
  return maxAge === null
    ? s`Leave the past date out of the line that sets ${name}.`
    : s`Leave ${`Max-Age=${maxAge}`} out of the line that sets ${name}: zero and less delete. A cookie that is to last until the browser ends has neither ${'Max-Age'} nor ${'Expires'}.`;
}

/** Long enough to be a session, and deleted. */
const isBoth = ({ parsed, deletes }: SetLine): boolean => deletes && entropyBound(parsed.value).bits >= 64;

/** A second cookie in the line: an attribute that nobody knows, between others of which one comes twice. null = there is none. */
function secondIn({ line }: SetLine): Bytes | null {
  const { attributes } = readLine(line);
  const at = attributes.findIndex(
    ({ known, hasEquals }, place) =>
      known === null &&
      hasEquals &&
      attributes.slice(place + 1).some((after) => after.known !== null && attributes.slice(0, place).some(isOf(after.known))),
  );
  return (attributes[at]?.name ?? null) as Bytes | null;
}

const isOf =
  (wanted: string) =>
  ({ known }: { readonly known: string | null }): boolean =>
    known === wanted;
