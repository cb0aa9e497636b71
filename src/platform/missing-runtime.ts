const scope = globalThis as { chrome?: { readonly runtime?: { readonly id?: string } } };

/** Chromium may give a page that it loads while it reloads the extension no `chrome.runtime`. */
export const isMissing = !scope.chrome?.runtime?.id;

// webextension-polyfill throws as it is loaded in such a page, before any code of ours: with this it does not, and the page can say why it is of no use.
if (isMissing) scope.chrome = { ...scope.chrome, runtime: { id: 'missing' } };
