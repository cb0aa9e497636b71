import { randomBytes } from 'node:crypto';
import { type Playground, startPlayground } from '../../playground/playground';
import { Remembered } from '../../playground/shop/remembered';
import { Users } from '../../playground/shop/users';
import { VISITOR } from '../../playground/start/walk';
import type { VariantId } from '../../playground/variants';

/** A playground whose shop has these flaws, and in which the visitor has an account. */
export async function shopWithAccount(...flaws: readonly VariantId[]): Promise<Playground> {
  const users = new Users();
  await users.register(VISITOR.user, VISITOR.password);
  const shared = { secret: randomBytes(32).toString('hex'), users, remembered: new Remembered() };
  return startPlayground({ port: 0, flaws, shared });
}
