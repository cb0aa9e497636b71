import type { Kind } from './engine/define';
import { applicationsOverwrite } from './list/applications-overwrite';
import { chunksIncomplete } from './list/chunks-incomplete';
import { cookieLimits } from './list/cookie-limits';
import { csrfCheck } from './list/csrf-check';
import { deadOnArrival } from './list/dead-on-arrival';
import { deletedMeanwhile } from './list/deleted-meanwhile';
import { embeddedSession } from './list/embedded-session';
import { federatedSignIn } from './list/federated-sign-in';
import { oneBrowserOnly } from './list/one-browser-only';
import { prefetchSignsOut } from './list/prefetch-signs-out';
import { preflightRefused } from './list/preflight-refused';
import { schemeChange } from './list/scheme-change';
import { secondCookieLost } from './list/second-cookie-lost';
import { sessionLost } from './list/session-lost';
import { sessionNotSet } from './list/session-not-set';
import { signInLoop } from './list/sign-in-loop';
import { signOutIneffective } from './list/sign-out-ineffective';
import { storeNotShared } from './list/store-not-shared';
import { wrongCookieFirst } from './list/wrong-cookie-first';

/** Every kind, the more particular first: a cookie that one explains for a request is not told again by a later one. */
const ALL = [
  chunksIncomplete,
  cookieLimits,
  deadOnArrival,
  prefetchSignsOut,
  signOutIneffective,
  wrongCookieFirst,
  applicationsOverwrite,
  storeNotShared,
  secondCookieLost,
  deletedMeanwhile,
  federatedSignIn,
  schemeChange,
  embeddedSession,
  preflightRefused,
  csrfCheck,
  sessionNotSet,
  oneBrowserOnly,
  signInLoop,
  sessionLost,
] as const;

export type KindId = (typeof ALL)[number]['id'];

export const kinds: readonly Kind<KindId>[] = ALL;
