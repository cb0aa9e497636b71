import type { Share } from './cookie-row';

/** A sign for how often something was so of the times it could have been. */
export const SHARE_SIGN: Readonly<Record<Share, string>> = { all: '●', some: '◐', none: '○', 'never-asked': '–' };
