import type { Access } from '../../engine/verdict/access/access';
import type { JarHistory } from '../jar-history/jar-history';
import type { WithheldCookie } from '../rows/exchange';
import { isOmissionInferred, MODE_UNKNOWN, sendingWith } from './credentials';
import { sharedWithheld } from './sharing';

/** How many cookies must be missing: one may have gone from the jar unnoticed, several at once hardly. */
const FEWEST = 2;

/**
 * Whether the cookies that did not go show that the request left its credentials out: nothing else holds several of them
 * back, and they had neither only just come nor were about to expire.
 */
export function showsOmission(withheld: readonly WithheldCookie[], { at }: Access, history: JarHistory): boolean {
  const due = withheld.filter(
    ({ cookie, predicted }) =>
      isOpenByMode(predicted) &&
      history.jar.find(cookie) === cookie &&
      !history.wasArriving(cookie, at) &&
      !history.isNearExpiry(cookie, at),
  );
  return due.length >= FEWEST;
}

/** The same beads where that is concluded. */
export const withOmission = (withheld: readonly WithheldCookie[]): readonly WithheldCookie[] =>
  withheld.map((bead) =>
    bead.predicted.missing.includes(MODE_UNKNOWN.unknown)
      ? sharedWithheld(bead.cookie, sendingWith('omit-inferred', bead.predicted))
      : bead,
  );

/** Whether enough of them still speak for it. @param isThere whether the jar holds such a cookie now */
export const stillShowOmission = (withheld: readonly WithheldCookie[], isThere: (bead: WithheldCookie) => boolean): boolean =>
  withheld.filter((bead) => isOmissionInferred(bead.predicted) && isThere(bead)).length >= FEWEST;

const isOpenByMode = ({ outcome, missing }: WithheldCookie['predicted']): boolean =>
  outcome === 'cannot-tell' && missing.length > 0 && missing.every((each) => each === MODE_UNKNOWN.unknown);
