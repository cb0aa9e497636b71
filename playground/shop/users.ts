import { compare, hash, truncates } from 'bcryptjs';

const ROUNDS = 10;
/** Compared against when the name is unknown, so that a stranger cannot tell unknown names by the time it takes. */
const NOBODY = hash('nobody has this password', ROUNDS);

export type Registration =
  | { readonly kind: 'registered'; readonly name: string }
  | { readonly kind: 'refused'; readonly why: string };

/** Who registered. Kept in memory: passwords only as bcrypt hashes. */
export class Users {
  readonly #hashes = new Map<string, string>();

  async register(name: string, password: string): Promise<Registration> {
    const wanted = normal(name);
    if (!/^[a-z0-9._-]{2,32}$/.test(wanted)) return refused('A name has 2 to 32 letters, digits, dots, dashes or underscores.');
    if (password.length < 8) return refused('A password has at least 8 characters.');
    if (truncates(password)) return refused('A password has at most 72 bytes: bcrypt would ignore the rest.');
    if (this.#hashes.has(wanted)) return refused('That name is taken.');
    this.#hashes.set(wanted, await hash(password, ROUNDS));
    return { kind: 'registered', name: wanted };
  }

  /** The user's name if the password is right, else null. An unknown name takes as long as a wrong password. */
  async withPassword(name: string, password: string): Promise<string | null> {
    const known = this.#hashes.get(normal(name));
    const right = await compare(password, known ?? (await NOBODY));
    return right && known !== undefined ? normal(name) : null;
  }
}

function normal(name: string): string {
  return name.trim().toLowerCase();
}

function refused(why: string): Registration {
  return { kind: 'refused', why };
}
