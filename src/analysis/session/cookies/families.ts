import type { Bytes } from '../../engine/base/units';
import { type CookieLife, lastSpan } from './cookie-life';

/** Cookies that hold one value in chunks, for it is too long for one, or in halves. The head stands for all of them. */
export interface Family {
  /** The name without the chunk's number. */
  readonly name: string;
  readonly head: CookieLife;
  /** The chunks in their order, the head first where it holds one. */
  readonly chunks: readonly CookieLife[];
  /** Chunks of an older value that was longer: the last writing left them there, and a server reads them too. */
  readonly leftOver: readonly CookieLife[];
}

/**
 * Names of chunks: `session.0` (Auth.js, Supabase), `_oauth2_proxy_0`, `.AspNetCore.CookiesC1` beside `.AspNetCore.Cookies`
 * that says how many there are, `FedAuth1` beside `FedAuth` that is the first.
 */
const FORM = /^(.+?)(?:\.(\d{1,2})|_(\d{1,2})|C(\d{1,2})|(?<=[A-Za-z])(\d{1,2}))$/;
/** Numbers that stand beside each other by chance are not followed by a value of this length. */
const LONG = 1000;

/** Halves that count together only, by their owners' documentation: a number and the secret beside it, which is the head. */
const HALVES = [{ number: 'CFID', secret: 'CFTOKEN' }];

/** Finds the families among cookies of one site. */
export const familiesIn = (lives: readonly CookieLife[]): readonly Family[] => [...chunkedIn(lives), ...halvedIn(lives)];

const halvedIn = (lives: readonly CookieLife[]): readonly Family[] =>
  HALVES.flatMap(({ number, secret }) =>
    lives.flatMap((head): readonly Family[] => {
      const half = head.name === secret ? lives.find((each) => each.name === number && isBeside(each, head)) : undefined;
      return half === undefined ? [] : [{ name: secret, head, chunks: [head, half], leftOver: [] }];
    }),
  );

function chunkedIn(lives: readonly CookieLife[]): readonly Family[] {
  const groups = new Map<
    string,
    { readonly name: string; readonly counted: boolean; readonly chunks: Map<number, CookieLife> }
  >();
  for (const life of lives) {
    const [, name, dot, line, counted, bare] = FORM.exec(life.name) ?? [];
    if (name === undefined) continue;
    const number = Number(dot ?? line ?? counted ?? bare);
    const mark = dot !== undefined ? '.' : line !== undefined ? '_' : counted !== undefined ? 'C' : '';
    const key = `${name} ${mark} ${life.domain} ${life.path} ${JSON.stringify(life.partition)}`;
    const group = groups.get(key) ?? { name, counted: counted !== undefined, chunks: new Map() };
    groups.set(key, group);
    group.chunks.set(number, life);
    const first = bare === '1' ? lives.find((each) => each.name === name && isBeside(each, life)) : undefined;
    if (first !== undefined) group.chunks.set(0, first);
  }
  return [...groups.values()].flatMap(({ name, counted, chunks }): readonly Family[] => {
    const inOrder = [...chunks].sort(([a], [b]) => a - b).map(([, life]) => life);
    const [first] = inOrder;
    if (first === undefined) return [];
    if (counted) {
      const head = lives.find((life) => life.name === name && /^chunks-?\d+$/.test(lastSpan(life)?.value ?? ''));
      return head === undefined ? [] : [{ name, head, chunks: inOrder, leftOver: [] }];
    }
    const current = inOrder.filter((life) => writerOf(life) === writerOf(first));
    if (!chunks.has(0) || !isCut(current)) return [];
    const leftOver = inOrder.filter((life) => !current.includes(life));
    return [{ name, head: first, chunks: current, leftOver }];
  });
}

/** Whether chunks that one writer gave are one value that was cut: what comes before the last of them is long. */
const isCut = (chunks: readonly CookieLife[]): boolean =>
  chunks.length >= 2 && chunks.slice(0, -1).every((life) => (lastSpan(life)?.value.length ?? 0) >= LONG);

function writerOf(life: CookieLife): string | null {
  const writer = lastSpan(life)?.writer;
  return writer?.kind === 'response' ? writer.exchange.id : null;
}

/** The value that the chunks hold together, as they last were. */
export const joinedValue = ({ chunks }: Family): Bytes => chunks.map((life) => lastSpan(life)?.value ?? '').join('') as Bytes;

const isBeside = (a: CookieLife, b: CookieLife): boolean =>
  a.domain === b.domain && a.path === b.path && JSON.stringify(a.partition) === JSON.stringify(b.partition);
