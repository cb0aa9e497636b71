import type { Profile } from '../base/profile';
import type { Priority } from '../header/parsed-line';

/** How many cookies of a site a browser keeps, and what it does with more. */
export interface SiteLimits {
  /** More than this many are too many. */
  readonly most: number;
  /** How many are left after clearing out. */
  readonly remaining: number;
  /** `rounds`: by priority, in rounds; `insecure-first`: a new cookie makes room among those that are not Secure. */
  readonly by: 'rounds' | 'insecure-first';
  /** Octets of names and values of one site within one partition; null = not limited. */
  readonly partitionOctets: number | null;
  /** Of the whole jar: more than `total` are cut to `totalRemaining`, the least recently used first. */
  readonly total: number;
  readonly totalRemaining: number;
  /** Days within which a cookie that was used is not cut from the whole jar. */
  readonly recentDays: number;
}

/**
 * The limits of each profile; null = none. The standard asks for room for at least 50 cookies a domain and 3000 in all.
 * @see RFC 6265bis §6.1; net/cookies/cookie_monster.cc (180, 30 at a time; 3300, 300 at a time; 30 days);
 * network.cookie.maxPerHost 180, quotaPerHost 150, maxNumber 3000 (Firefox 153, about:config)
 */
export const SITE_LIMITS: Readonly<Record<Profile, SiteLimits | null>> = {
  spec: null,
  chromium: {
    most: 180,
    remaining: 150,
    by: 'rounds',
    partitionOctets: 10_240,
    total: 3300,
    totalRemaining: 3000,
    recentDays: 30,
  },
  firefox: {
    most: 180,
    remaining: 150,
    by: 'insecure-first',
    partitionOctets: 10_240,
    total: 3300,
    totalRemaining: 3000,
    recentDays: 33,
  },
};

/** A round of Chromium's clearing out: whom it may touch, and how many of that priority it leaves. */
export interface Round {
  readonly priority: Priority;
  readonly sparesSecure: boolean;
  readonly quota: number;
}

export const ROUNDS: readonly Round[] = [
  { priority: 'low', sparesSecure: true, quota: 30 },
  { priority: 'low', sparesSecure: false, quota: 30 },
  { priority: 'medium', sparesSecure: true, quota: 50 },
  { priority: 'high', sparesSecure: true, quota: 70 },
  { priority: 'medium', sparesSecure: false, quota: 50 },
  { priority: 'high', sparesSecure: false, quota: 70 },
];
