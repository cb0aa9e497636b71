import type { Draft, TabId } from '../analysis/facts/fact';
import type { Instant } from '../analysis/facts/units';
import { EVERY_HOST, patternOf } from '../platform/hosts';
import type { Frames } from '../platform/navigation';
import type { Permissions } from '../platform/permissions';
import { lacksSite } from '../protocol/log';

export interface PermissionWatchParts {
  readonly permissions: Permissions;
  readonly frames: Frames;
  readonly record: (fact: Draft) => void;
  /** The match patterns a tab lacks have changed. */
  readonly tell: (tabId: TabId, missing: readonly string[]) => void;
  readonly now: () => Instant;
}

/** Knows which hosts the browser keeps from us: without the permission, webRequest is silent and nothing throws. */
export class PermissionWatch {
  readonly #parts: PermissionWatchParts;
  readonly #missing = new Map<TabId, readonly string[]>();

  constructor(parts: PermissionWatchParts) {
    this.#parts = parts;
  }

  /** Match patterns that are not granted, the tab's own site first; empty = nothing is missing, as far as was looked. */
  missing(tabId: TabId): readonly string[] {
    return this.#missing.get(tabId) ?? [];
  }

  /** Looks again. @returns whether the tab's own site was missing and is not any more */
  async check(tabId: TabId): Promise<boolean> {
    const { permissions, frames, record, tell, now } = this.#parts;
    const top = (await frames.of(tabId)).find(({ frameId }) => frameId === 0);
    const site = top ? patternOf(top.url) : null;
    const missing = await permissions.missing(site === null ? EVERY_HOST : [site, ...EVERY_HOST]);
    const before = this.missing(tabId);
    if (missing.join() === before.join()) return false;
    this.#missing.set(tabId, missing);
    tell(tabId, missing);
    const isMissing = lacksSite({ missing });
    if (isMissing) record({ kind: 'permission-missing', at: now(), tabId, origins: missing });
    return lacksSite({ missing: before }) && !isMissing;
  }

  forget(tabId: TabId): void {
    this.#missing.delete(tabId);
  }
}
