import { type Say, says } from './say';

/** A cookie's part in the sign-ins and sign-outs of its site: ids of the exchanges that show each, empty where none does. */
export interface PartInStory {
  /** Requests with it were answered as signed in, and it is what counts. */
  readonly counts: readonly string[];
  readonly issuedAtSignIn: readonly string[];
  readonly changedAtSignIn: readonly string[];
  readonly endedAtSignOut: readonly string[];
  /** It signed in without credentials or session. */
  readonly signedInAlone: readonly string[];
}

/** What a cookie's part in the sign-in story says of its role. */
export function byStory(part: PartInStory): readonly Say[] {
  return [
    ...told('carries-sign-in', { 'session-id': 2.5, 'auth-token': 2.5 }, part.counts),
    ...told('changed-at-sign-in', { 'session-id': 1.5, 'csrf-token': 0.8 }, part.changedAtSignIn),
    ...told('issued-at-sign-in', { 'session-id': 0.8, 'auth-token': 0.8, 'remember-me': 0.5 }, part.issuedAtSignIn),
    ...told('ended-at-sign-out', { 'session-id': 1, 'auth-token': 1, 'remember-me': 1 }, part.endedAtSignOut),
    ...told('signed-in-alone', { 'remember-me': 3 }, part.signedInAlone),
  ];
}

function told(kind: Parameters<typeof says>[0], weights: Parameters<typeof says>[1], ids: readonly string[]): readonly Say[] {
  return ids.length === 0 ? [] : says(kind, weights, {}, ids);
}
