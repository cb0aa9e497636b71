import { create } from 'zustand';
import type { JarCookie } from '../../analysis/facts/fact';
import { identityKey, isSameCookie } from '../../analysis/replay/jar-history/cookie-keys';
import type { Replay } from '../../analysis/replay/replay';
import type { WriteAnswer } from '../../protocol/cookie-write';
import type { UserWrite } from '../../protocol/recording-log';

/** One cookie before and after; null = it is not there. */
export interface CookieEdit {
  readonly before: JarCookie | null;
  readonly after: JarCookie | null;
  /** Another cookie that stood where `after` is written, as when one is renamed to it; left out = none. */
  readonly replaced?: JarCookie;
}

/** The cookies of the last edit, and what the browser answered. */
interface LastEdit {
  readonly edits: readonly CookieEdit[];
  /** Those that the browser refused, with its words. */
  readonly refused: readonly { readonly edit: CookieEdit; readonly words: string }[];
  /** Name of the saved set that they make the site's cookies into; null = they are single edits. */
  readonly set: string | null;
}

type Write = (writes: readonly UserWrite[]) => Promise<readonly WriteAnswer[]>;

interface Edits {
  readonly last: LastEdit | null;
  /** @param set name of the saved set that is switched to */
  readonly apply: (edits: readonly CookieEdit[], write: Write, set?: string) => Promise<void>;
  readonly undo: (write: Write) => Promise<void>;
  readonly forget: () => void;
}

export const useEdits = create<Edits>((set, get) => ({
  last: null,
  apply: async (edits, write, name) => set({ last: { edits, refused: await written(edits, write), set: name ?? null } }),
  undo: async (write) => {
    const { last } = get();
    if (!last) return;
    const back = doneOf(last).flatMap(reversed);
    const refused = await written(back, write);
    set({ last: refused.length > 0 ? { edits: back, refused, set: null } : null });
  },
  forget: () => set({ last: null }),
}));

async function written(edits: readonly CookieEdit[], write: Write): Promise<LastEdit['refused']> {
  const refused: { edit: CookieEdit; words: string }[] = [];
  for (const edit of edits) {
    // The new one first: where the browser refuses it, the old one stays.
    for (const step of stepsOf(edit)) {
      const [words = null] = await write([step]);
      if (words === null) continue;
      refused.push({ edit, words });
      break;
    }
  }
  return refused;
}

function stepsOf({ before, after }: CookieEdit): readonly UserWrite[] {
  const leaves = before !== null && (after === null || identityKey(before) !== identityKey(after));
  return [
    ...(after ? [{ cookie: after, removed: false, by: 'editor' } as const] : []),
    ...(leaves ? [{ cookie: before, removed: true, by: 'editor' } as const] : []),
  ];
}

/** The edits that the browser took. */
export const doneOf = ({ edits, refused }: LastEdit): readonly CookieEdit[] =>
  edits.filter((edit) => refused.every((each) => each.edit !== edit));

const reversed = ({ before, after, replaced }: CookieEdit): readonly CookieEdit[] => [
  { before: after, after: before },
  ...(replaced === undefined ? [] : [{ before: null, after: replaced }]),
];

/** Names of edited cookies that are neither as they were written nor, where that was not told yet, as before: somebody else has changed them since. */
export function changedSince(last: LastEdit, jar: Replay['jar']): readonly JarCookie['name'][] {
  return doneOf(last).flatMap(({ before, after }) => {
    const meant = after ?? before;
    const now = meant === null ? undefined : jar.find(meant);
    if (meant === null || isAs(after, now) || isAs(before, now)) return [];
    return [meant.name];
  });
}

const isAs = (cookie: JarCookie | null, now: JarCookie | null | undefined): boolean =>
  cookie === null || !now ? cookie === null && !now : isSameCookie(cookie, now);
