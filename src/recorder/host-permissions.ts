import type { Instant } from '../analysis/engine/base/units';
import { siteDomain } from '../analysis/engine/site/registrable';
import type { Draft, TabId } from '../analysis/facts/fact';
import type { WireFrame } from '../analysis/facts/from-navigation';
import { EVERY_HOST, hostPattern } from '../protocol/hosts';
import { lacksSite } from '../protocol/recording-log';

/**
 * The match patterns that matter for a tab: those of all hosts, and before them that of the site it shows.
 * @param frames of the tab
 */
export function wantedPatterns(frames: readonly WireFrame[]): readonly string[] {
  const top = frames.find(({ frameId }) => frameId === 0);
  const site = top ? hostPattern(top.url) : null;
  return site === null ? EVERY_HOST : [site, ...EVERY_HOST];
}

/** The page that asks for what is missing: for the tab's own site, if that is, else for all. */
export function grantPage(missing: readonly string[]): string {
  const [own] = lacksSite({ missing }) ? missing : [];
  const site = own === undefined ? '' : `?site=${encodeURIComponent(siteDomain(new URL(own).hostname))}`;
  return `src/grant/index.html${site}`;
}

/** The page that asks to read the browser's setting of third-party cookies. */
export const SETTING_PAGE = 'src/grant/index.html?for=third-party';

/** Knows which hosts the browser keeps from us: without the permission, webRequest is silent and nothing throws. */
export class HostPermissions {
  readonly #tabId: TabId;
  #missing: readonly string[] = [];
  /** Since when the tab's own site is kept from us; null = it is not. */
  #since: Instant | null = null;

  constructor(tabId: TabId) {
    this.#tabId = tabId;
  }

  /** Match patterns that are not granted, the tab's own site first; empty = nothing is missing, as far as was looked. */
  get missing(): readonly string[] {
    return this.#missing;
  }

  /** @returns what is to be recorded, and whether the tab's own site was given back; null = nothing has changed */
  update(missing: readonly string[], at: Instant): { readonly facts: readonly Draft[]; readonly isGivenBack: boolean } | null {
    if (missing.join() === this.#missing.join()) return null;
    this.#missing = missing;
    const since = this.#since;
    if (lacksSite({ missing })) {
      this.#since ??= at;
      return { facts: [{ kind: 'permission-missing', at, tabId: this.#tabId, origins: missing }], isGivenBack: false };
    }
    this.#since = null;
    if (since === null) return { facts: [], isGivenBack: false };
    return {
      facts: [{ kind: 'recorder-gap', at, tabId: this.#tabId, from: since, to: at, cause: 'permission' }],
      isGivenBack: true,
    };
  }
}
