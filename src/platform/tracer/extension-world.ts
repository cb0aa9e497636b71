/** Runs in the extension's world of a page: passes on what `page-world.ts` says. */
(() => {
  const SEND_EVERY = 20;

  interface ContentApi {
    readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  }
  const { browser, chrome } = globalThis as { readonly browser?: ContentApi; readonly chrome?: ContentApi };
  const api = browser ?? chrome;
  const world = globalThis as { cookieFlowStopTracing?: () => void };

  let port: MessagePort | null = null;
  let accesses: unknown[] = [];
  let isDue = false;

  function send(): void {
    isDue = false;
    const batch = accesses;
    accesses = [];
    // Nobody listens when DevTools has just been closed, or the extension is gone.
    void api?.runtime.sendMessage({ kind: 'cookie-flow/script-accesses', accesses: batch }).catch(() => {});
  }

  function hear({ data }: MessageEvent): void {
    accesses.push(data);
    if (isDue) return;
    isDue = true;
    setTimeout(send, SEND_EVERY);
  }

  function onMessage(event: MessageEvent): void {
    if (event.data !== 'cookie-flow/tracer' || event.source !== window) return;
    event.stopImmediatePropagation();
    const [first] = event.ports;
    if (!first) return;
    if (port !== null) {
      // Two tabs trace one site, so the scripts came twice: one of them is enough.
      first.postMessage('stop');
      return;
    }
    port = first;
    port.onmessage = hear;
  }

  addEventListener('message', onMessage, true);
  addEventListener('pagehide', () => {
    if (accesses.length > 0) send();
  });
  world.cookieFlowStopTracing = () => {
    removeEventListener('message', onMessage, true);
    port?.postMessage('stop');
  };
})();
