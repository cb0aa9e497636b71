import type { ReactNode } from 'react';

/** One line over the views. */
export interface Notice {
  readonly id: string;
  /** How it is drawn: something is lost, a file is shown, something is the user's own, something went wrong, anything else. */
  readonly look: 'bad' | 'file' | 'override' | 'incident' | 'plain';
  readonly content: ReactNode;
}
