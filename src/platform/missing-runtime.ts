const scope = globalThis as { chrome?: { readonly runtime?: { readonly id?: string } } };

/** Chromium may give a page that it loads while it reloads the extension no `chrome.runtime`. */
export const isRuntimeMissing = !scope.chrome?.runtime?.id;

// In such a page webextension-polyfill throws as it is loaded, before any code of ours. With this it does not, and the page can
// say why it is of no use.
if (isRuntimeMissing) scope.chrome = { ...scope.chrome, runtime: { id: 'missing' } };
