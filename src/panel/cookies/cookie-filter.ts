import type { CookieFacet } from '../state/table-choices';
import type { CookieRow } from './cookie-row';

const IN_FACET: Readonly<Record<CookieFacet, (row: CookieRow) => boolean>> = {
  all: () => true,
  own: (row) => row.party === 'own',
  third: (row) => row.party === 'third',
  // With no session chosen, none hides a row.
  session: ({ ofSession }) => ofSession ?? true,
  fault: (row) => row.findings.some(({ severity }) => severity !== 'note'),
};

export const isIn = (row: CookieRow, facet: CookieFacet): boolean => IN_FACET[facet](row);

/** Words that must all occur in name, domain, path, partition or role; a minus before a word turns it round. */
export function matchesWords(row: CookieRow, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const haystack =
    `${row.name} ${row.domain} ${row.path} ${row.partition?.topLevelSite ?? ''} ${row.role?.role ?? ''}`.toLowerCase();
  return words.every((word) =>
    word.length > 1 && word.startsWith('-') ? !haystack.includes(word.slice(1)) : haystack.includes(word),
  );
}
