import type { Performance } from './stage';

/** A cookie of the real jar, in the fields of the recorded format. `expires` in milliseconds since 1970. */
export interface JarEntry {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | 'default';
  readonly session: boolean;
  readonly expires: number | null;
  readonly partitionKey: { readonly topLevelSite: string; readonly crossSiteAncestor: boolean } | null;
}

/** What DevTools said of one cookie; Firefox says nothing. */
export interface Blocked {
  readonly line: string;
  readonly reasons: readonly string[];
}

export interface Withheld {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  readonly partitioned: boolean;
  readonly reasons: readonly string[];
}

export interface Observed {
  readonly performance: Performance;
  readonly jar: readonly JarEntry[];
  /** null = this browser has no such oracle. */
  readonly blocked: readonly Blocked[] | null;
  readonly withheld: readonly Withheld[] | null;
}

/** One browser that plays scenes. */
export interface Player {
  readonly browser: 'chromium' | 'firefox';
  readonly version: string;
  /** Empties the jar. */
  clear(): Promise<void>;
  /** Goes to `entry`, waits until the scene is over, and tells what there was to see. */
  play(entry: string, redirects: number, token: string, over: Promise<Performance>): Promise<Observed>;
  close(): Promise<void>;
}

/** Milliseconds that a scene may take; one that takes longer is left out and counted. */
export const PATIENCE = 30_000;
