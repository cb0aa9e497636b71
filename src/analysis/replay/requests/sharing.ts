import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { reconcile } from '../../engine/verdict/reconcile';
import type { Prediction } from '../../engine/verdict/verdict';
import type { SentCookie, WithheldCookie } from '../rows/exchange';

/**
 * A recording of a hundred thousand requests over a hundred cookies would hold ten million beads that are alike.
 * What is equal is kept once: beads by their cookie, lists by the host they were last made for.
 */
export type Sent = Prediction<'sent' | 'withheld'>;

const sentBefore = new WeakMap<StoredCookie, SentCookie>();
const withheldBefore = new WeakMap<StoredCookie, WithheldCookie>();
const listsBefore = new WeakMap<object, Map<string, readonly unknown[]>>();

export function sharedSent(cookie: StoredCookie, predicted: Sent): SentCookie {
  const before = sentBefore.get(cookie);
  if (before && isSamePrediction(before.predicted, predicted)) return before;
  const { name, value } = cookie;
  const made: SentCookie = { name, value, cookie, predicted: tidy(predicted), agreement: reconcile(predicted, 'sent') };
  sentBefore.set(cookie, made);
  return made;
}

export function sharedWithheld(cookie: StoredCookie, predicted: Sent): WithheldCookie {
  const before = withheldBefore.get(cookie);
  if (before && isSamePrediction(before.predicted, predicted)) return before;
  const made: WithheldCookie = { cookie, predicted: tidy(predicted), agreement: reconcile(predicted, 'withheld') };
  withheldBefore.set(cookie, made);
  return made;
}

/** @param owner whose lists these are: they are forgotten with it */
export function sharedList<T>(owner: object, key: string, list: readonly T[]): readonly T[] {
  const lists = listsBefore.get(owner) ?? new Map<string, readonly unknown[]>();
  listsBefore.set(owner, lists);
  const before = lists.get(key);
  if (before && isSameList(before, list)) return before as readonly T[];
  lists.set(key, list);
  return list;
}

/** What is missing, once each. */
const tidy = (predicted: Sent): Sent =>
  predicted.missing.length < 2 ? predicted : { ...predicted, missing: [...new Set(predicted.missing)] };

const isSamePrediction = (a: Sent, b: Sent): boolean =>
  a === b || (a.outcome === b.outcome && isSameList(a.reasons, b.reasons) && isSameList(a.missing, b.missing));

/** Whether two lists hold the same objects in the same order. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((each, place) => each === b[place]));
}
