import type { Finding } from '../rules/audit';
import type { CookieSubject } from '../rules/subject/subject';
import { letterOf } from './letter';
import type { Letter } from './weights';

/** One line of a sum: what it takes off, and why. Points are never positive. */
export interface Deduction {
  readonly points: number;
  readonly finding: Finding;
}

/** A cookie's grade, with all that went into it. */
export interface CookieGrade {
  readonly cookie: CookieSubject;
  /** Worst first; those of no points are among them. 100 and these are the score, which does not go below 0. */
  readonly deductions: readonly Deduction[];
  readonly score: number;
  readonly letter: Letter;
}

/** Grades a cookie by its findings. */
export function gradeCookie(cookie: CookieSubject, findings: readonly Finding[]): CookieGrade {
  const deductions = findings
    .map((finding): Deduction => ({ points: -finding.cost, finding }))
    .sort((a, b) => a.points - b.points);
  const score = Math.max(0, 100 + deductions.reduce((sum, { points }) => sum + points, 0));
  return { cookie, deductions, score, letter: letterOf(score) };
}
