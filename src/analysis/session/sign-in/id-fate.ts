import { idMove, namedIdMove } from '../values/identifier';
import { holdsSession, isTokenValue, mayBeSealedId } from '../values/value-kind';
import type { AttemptContext } from './outcome';
import type { Carrier, IdFate } from './session-kinds';

/** What became of the id in a cookie that carries a sign-in. */
export function fateOf({ life, movement, before, after }: Carrier, { volatile }: AttemptContext): IdFate {
  if (movement === 'issued') return 'issued';
  if (movement === 'unchanged') return 'not-rotated';
  // A session that lies in its cookie may name an id of its own, which can be planted like any other.
  const move = isTokenValue(after) ? namedIdMove : idMove;
  const moved = before === null || after === null ? null : move(before.value, after.value);
  if (moved !== null) return moved === 'kept' ? 'not-rotated' : moved === 'other' ? 'rotated' : 'cannot-tell';
  if (before !== null && after !== null && mayBeSealedId(before, after))
    return volatile.has(life.key) ? 'changes-anyway' : 'cannot-tell';
  // What lies in the cookie or the token says itself who is signed in, however often it is dated anew.
  if (holdsSession(after) || isTokenValue(after)) return 'self-contained';
  const settles = after !== null && after.sent.length >= 3;
  if (!volatile.has(life.key) || settles) return 'rotated';
  // A cookie that changed all the time and then keeps the value of the sign-in: that id is the sign-in's own.
  return 'changes-anyway';
}
