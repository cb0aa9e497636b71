import type { ViewId } from '../store';

/** The views there are, in the order of their tabs. */
export const SHOWN_VIEWS: readonly ViewId[] = ['flow', 'cookies', 'sign-in', 'findings', 'lab'];
