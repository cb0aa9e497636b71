import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser';

/** One end of a connection. Nothing throws: an end that is gone swallows what it is sent, and `onGone` has told so. */
export interface Port {
  readonly name: string;
  send(message: unknown): void;
  onMessage(take: (message: unknown) => void): void;
  onGone(then: () => void): void;
  close(): void;
}

/** Opens a port to the background; null = the extension was reloaded or removed, and this page is an orphan. */
export function connect(name: string): Port | null {
  try {
    // An orphaned page's runtime has no id; older versions throw from connect instead.
    return browser.runtime?.id ? wrap(browser.runtime.connect({ name })) : null;
  } catch (error) {
    console.warn('Cookie Flow: the background cannot be reached.', error);
    return null;
  }
}

/** Calls `take` for each page of this extension that connects; other pages cannot connect. */
export function onConnect(take: (port: Port) => void): void {
  browser.runtime.onConnect.addListener((port) => take(wrap(port)));
}

function wrap(port: Runtime.Port): Port {
  let gone = false;
  port.onDisconnect.addListener(() => {
    gone = true;
  });
  return {
    name: port.name,
    send(message) {
      if (gone) return;
      try {
        port.postMessage(message);
      } catch (error) {
        // The other end may have gone in this very turn; onDisconnect follows.
        console.warn('Cookie Flow: a message could not be sent.', error);
      }
    },
    onMessage: (take) => port.onMessage.addListener((message) => take(message)),
    onGone: (then) => port.onDisconnect.addListener(() => then()),
    close() {
      gone = true;
      port.disconnect();
    },
  };
}
