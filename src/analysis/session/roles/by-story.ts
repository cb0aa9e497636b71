import { type RoleVote, votes } from './role-vote';

/** A cookie's part in the sign-ins and sign-outs of its site: ids of the exchanges that show each, empty where none does. */
export interface SignInPart {
  /** Requests with it were answered as signed in, and it is what counts. */
  readonly counts: readonly string[];
  readonly issuedAtSignIn: readonly string[];
  readonly changedAtSignIn: readonly string[];
  /** It stayed as it was while the session that counts was renewed. */
  readonly unchangedAtSignIn: readonly string[];
  readonly endedAtSignOut: readonly string[];
  /** It signed in without credentials or session. */
  readonly signedInAlone: readonly string[];
}

/** What a cookie's part in the sign-in story votes of its role. */
export function byStory(part: SignInPart): readonly RoleVote[] {
  return [
    ...storyVotes('carries-sign-in', { 'session-id': 2.5, 'auth-token': 2.5, 'device-bound-session': 2.5 }, part.counts),
    ...storyVotes('changed-at-sign-in', { 'session-id': 1.5, 'csrf-token': 0.8 }, part.changedAtSignIn),
    ...storyVotes('kept-at-sign-in', { 'session-id': -1.5, 'auth-token': -1.5 }, part.unchangedAtSignIn),
    ...storyVotes('issued-at-sign-in', { 'session-id': 0.8, 'auth-token': 0.8, 'remember-me': 0.5 }, part.issuedAtSignIn),
    ...storyVotes('ended-at-sign-out', { 'session-id': 1, 'auth-token': 1, 'remember-me': 1 }, part.endedAtSignOut),
    ...storyVotes('signed-in-alone', { 'remember-me': 3 }, part.signedInAlone),
  ];
}

function storyVotes(
  kind: Parameters<typeof votes>[0],
  weights: Parameters<typeof votes>[1],
  ids: readonly string[],
): readonly RoleVote[] {
  return ids.length === 0 ? [] : votes(kind, weights, {}, ids);
}
