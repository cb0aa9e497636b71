/** What the page can show: the panel, or what stands before it. */
export type PageId = 'start' | 'panel';

/** The panel where an address says something that `page-state.ts` reads, else the start page with its lessons. */
export const pageIn = (hash: string): PageId => (/^#(?:.*&)?(?:view|as|method|lab)=/.test(hash) ? 'panel' : 'start');
