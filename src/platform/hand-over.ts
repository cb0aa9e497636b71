import type { HandedOver, HandOver } from '../protocol/relay-messages';
import { browser } from './browser';

const PREFIX = 'handed-over/';
let read: readonly string[] = [];

/** storage.session: memory that outlives the background but not the browser. */
export const handOver: HandOver = {
  async read() {
    const all = await browser.storage.session.get(null);
    read = Object.keys(all).filter((key) => key.startsWith(PREFIX));
    // What earlier lives of the background script left: the same version of the extension.
    return read.flatMap((key) => all[key] as readonly HandedOver[]);
  },
  leave: (life, all) => void browser.storage.session.set({ [PREFIX + life]: all }),
  forget() {
    if (read.length > 0) void browser.storage.session.remove([...read]);
    read = [];
  },
};

/** Calls when the background is about to be suspended. */
export const onSuspend = (then: () => void): void => browser.runtime.onSuspend.addListener(then);
