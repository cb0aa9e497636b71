import { create } from 'zustand';

/** What is open beside the views: a file to be read (null = to be chosen), an export, two recordings beside each other, or saved sets. */
export type Sheet =
  | { readonly kind: 'open'; readonly file: File | null }
  /** `file`: to be compared with the recording shown; null = the comparison at hand, or a file to be chosen. */
  | { readonly kind: 'compare'; readonly file: File | null }
  | { readonly kind: 'export'; readonly what: 'cookies' | 'recording' }
  /** The saved sets of a site. */
  | { readonly kind: 'sets'; readonly site: string };

/** null = no sheet is open. */
export const useSheet = create<{ readonly sheet: Sheet | null }>(() => ({ sheet: null }));

/** Opens a dialog over the panel; null closes it. */
export const showSheet = (sheet: Sheet | null): void => useSheet.setState({ sheet });
