import type { StoredCookie } from '../engine/jar/stored-cookie';
import type { Exchange, Setter } from '../replay/rows/exchange';

/** A chunk of an older, longer value, beside chunks of the value that was written since. */
export interface LeftOverChunk {
  /** The name without the chunk's number. */
  readonly name: string;
  /** How many chunks the newer value has, and the request whose response wrote them. */
  readonly count: number;
  readonly writtenBy: string;
}

/** `session.2`, `session_2`, `sessionC2`. */
const CHUNK = /^(.+?[._C])(\d{1,2})$/;

/**
 * Whether a cookie that went is such a chunk: the response that set it set the family's first chunk too, and a later one set
 * the first chunk anew without it.
 */
export function leftOverChunk(
  { cookies }: Pick<Exchange, 'cookies'>,
  cookie: StoredCookie,
  setterOf: (cookie: StoredCookie) => Setter | null,
): LeftOverChunk | null {
  const [, stem, number] = CHUNK.exec(cookie.name) ?? [];
  if (stem === undefined || Number(number) === 0) return null;
  const firstName = cookies.some(({ name }) => name === `${stem}0`) ? `${stem}0` : `${stem}1`;
  const first = cookies.find(({ name }) => name === firstName)?.cookie ?? null;
  const older = setterOf(cookie);
  const newer = first === null || first === cookie ? null : setterOf(first);
  if (older === null || newer === null || older.exchange === newer.exchange || newer.exchange.at <= older.exchange.at)
    return null;
  const names = (setter: Setter): readonly string[] => setter.exchange.lines.map(({ parsed }) => parsed.name);
  if (!names(older).includes(firstName) || names(newer).includes(cookie.name)) return null;
  const count = names(newer).filter((name) => CHUNK.exec(name)?.[1] === stem).length;
  return { name: stem.slice(0, -1), count, writtenBy: newer.exchange.url };
}
