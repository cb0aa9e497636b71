import type { WebNavigation } from 'webextension-polyfill';
import type { TabId } from '../analysis/facts/fact';
import type { WireCommit, WireFrame } from '../analysis/facts/from-navigation';
import { browser } from './browser';
import type { Events } from './events';

export interface Frames {
  /** The frames of a tab, about:blank ones too; empty = there is no such tab. */
  of(tabId: TabId): Promise<readonly WireFrame[]>;
}

export const frames: Frames = {
  of: async (tabId) => (await browser.webNavigation.getAllFrames({ tabId })) ?? [],
};

/** Tells of every document that takes over a frame. */
export function commits(take: (event: WireCommit) => void): Events {
  const committed = (event: WebNavigation.OnCommittedDetailsType) => take(event as WireCommit);
  return {
    listen: () => browser.webNavigation.onCommitted.addListener(committed),
    silence: () => browser.webNavigation.onCommitted.removeListener(committed),
  };
}
