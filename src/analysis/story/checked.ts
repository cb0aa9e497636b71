import type { CheckedId } from '../active-check/verdict';
import type { Moment } from './moment';

/** The checks of old ids that the user asked for. */
export const checkMoments = (checks: readonly CheckedId[]): readonly Moment[] =>
  checks.map((check) => ({
    kind: 'old-id-checked',
    at: check.at,
    until: null,
    check,
    certainty: check.verdict === 'cannot-tell' ? 'cannot-tell' : 'observed',
    missing: check.verdict === 'cannot-tell' ? ['a-page-that-only-signed-in-users-get'] : [],
    exchanges: check.exchanges,
    evidence: [],
  }));

/** Whether a check has answered what became of the id at this sign-out. */
export const isAnswered = (about: string, checks: readonly CheckedId[]): boolean =>
  checks.some((check) => check.time === 'after-sign-out' && check.about === about && check.verdict !== 'cannot-tell');
