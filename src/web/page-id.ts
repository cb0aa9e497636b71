/** What the page can show: the panel, the Lab alone, or what stands before both. */
export type PageId = 'start' | 'lab' | 'panel';

/** The Lab or the panel where an address says something that `page-state.ts` reads, else the start page with its lessons. */
export function pageIn(hash: string): PageId {
  if (/^#(?:.*&)?view=lab(?:&|$)/.test(hash)) return 'lab';
  return /^#(?:.*&)?(?:view|as|method|lab)=/.test(hash) ? 'panel' : 'start';
}
