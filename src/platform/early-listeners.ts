import { isFirefox } from './browser';

const KEY = 'devtools';

/**
 * Whether the background should listen to the browser's events in its very first turn, before it can know whether DevTools
 * is open. Chromium: never, for there the pages of DevTools listen themselves. Firefox wakes its event page for just those
 * listeners that the page registered while it loaded, and forgets one only when the page loads without registering it:
 * so there a mark is needed that can be read synchronously. Never marked means just installed: DevTools may be opened before the
 * page loads again.
 * @see https://bugzilla.mozilla.org/show_bug.cgi?id=1899767
 */
export function listensEarly(): boolean {
  return isFirefox && withStorage((storage) => storage.getItem(KEY) !== 'closed', true);
}

/** Marks, for Firefox, whether DevTools is open on some tab. To be called by a page of DevTools before it wakes the background. */
export function markOpen(open: boolean): void {
  if (isFirefox) withStorage((storage) => storage.setItem(KEY, open ? 'open' : 'closed'), undefined);
}

function withStorage<T>(use: (storage: Storage) => T, otherwise: T): T {
  try {
    return use(localStorage);
  } catch (error) {
    console.warn('Cookie Flow: local storage is closed to us; listeners are registered to be safe.', error);
    return otherwise;
  }
}
