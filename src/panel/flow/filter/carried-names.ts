import { text } from '../../../analysis/engine/base/bytes';
import type { Bytes } from '../../../analysis/engine/base/units';
import type { Exchange } from '../../../analysis/replay/rows/exchange';

/** Names of cookies, each once, and all of them as one text in lower case. */
export interface CarriedNames {
  readonly list: readonly string[];
  readonly text: string;
}

export const NO_NAMES: CarriedNames = { list: [], text: '' };

export const namesIn = (names: readonly Bytes[]): CarriedNames => joined(new Set(names.map(text)));

const joined = (names: ReadonlySet<string>): CarriedNames => ({
  list: [...names],
  text: [...names].join(' ').toLowerCase(),
});

interface Known {
  readonly withheld: Exchange['withheld'];
  readonly names: CarriedNames;
}

/** Most requests carry what the one before carried, in the very same lists. */
const known = new WeakMap<Exchange['cookies'], Known>();

/** The names of the cookies that a request sends, withholds or sets; the same object where they are the same. */
export function namesOf({ cookies, withheld, lines }: Exchange): CarriedNames {
  let carried = known.get(cookies);
  if (carried?.withheld !== withheld) {
    const names = namesIn([...cookies.map(({ name }) => name), ...withheld.map(({ cookie }) => cookie.name)]);
    carried = { withheld, names };
    known.set(cookies, carried);
  }
  const { names } = carried;
  const more = lines.map(({ parsed }) => text(parsed.name)).filter((name) => !names.list.includes(name));
  return more.length === 0 ? names : joined(new Set([...names.list, ...more]));
}
