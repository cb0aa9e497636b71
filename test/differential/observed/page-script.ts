/** A deed with addresses in place of hops, as a page gets it. */
export interface PageDeed {
  readonly do: string;
  readonly id?: string;
  readonly url?: string;
  readonly follow?: string | null;
  readonly method?: string;
  readonly mode?: string;
  readonly credentials?: string;
  readonly sandboxed?: boolean;
  readonly line?: { readonly text: string; readonly name: string; readonly value: string };
  readonly lines?: readonly { readonly text: string }[];
  /** `service-worker`: the document in its scope. */
  readonly frame?: string;
}

export interface PageOrders {
  readonly id: string;
  readonly deeds: readonly PageDeed[];
  readonly parallel: boolean;
  readonly otherTab: boolean;
}

/** When each script of a page and of its frames acted, by id; milliseconds since 1970. */
export type Acted = Readonly<Record<string, number>>;

/** Runs in the page, so it stands alone. What the server of a deed says, and whether it may be read, is of no interest. */
export function carryOut({ id, deeds, parallel, otherTab }: PageOrders): void {
  const acted: Record<string, number> = {};
  const now = () => performance.timeOrigin + performance.now();
  const either = (target: EventTarget) =>
    new Promise<unknown>((done) => {
      target.addEventListener('load', done);
      target.addEventListener('error', done);
      target.addEventListener('loadend', done);
      target.addEventListener('message', done);
      target.addEventListener('close', done);
    });
  const added = (name: string, attributes: object) => {
    const element = Object.assign(document.createElement(name), attributes);
    const over = either(element);
    document.documentElement.append(element);
    return over;
  };
  const framed = (url: string, sandboxed: boolean) => {
    const element = document.createElement('iframe');
    if (sandboxed) element.setAttribute('sandbox', 'allow-scripts');
    const over = new Promise<unknown>((done) => {
      window.addEventListener('message', (event) => {
        if (event.source !== element.contentWindow) return;
        Object.assign(acted, event.data);
        done(null);
      });
    });
    element.src = url;
    document.documentElement.append(element);
    return over;
  };
  interface Store {
    set(cookie: object): Promise<void>;
    delete(name: string): Promise<void>;
  }
  const { cookieStore } = window as unknown as { cookieStore: Store };
  const act = async (deed: PageDeed): Promise<unknown> => {
    const { url = '', line = { text: '', name: '', value: '' }, method = 'GET' } = deed;
    const order = { url: deed.follow, credentials: deed.credentials };
    if (deed.id !== undefined) acted[deed.id] = now();
    switch (deed.do) {
      case 'fetch': {
        const body = method === 'GET' ? {} : { body: '{}' };
        const headers = method === 'PUT' ? { headers: { 'content-type': 'application/json' } } : {};
        const init = { method, mode: deed.mode, credentials: deed.credentials, ...body, ...headers } as RequestInit;
        return (await fetch(url, init)).text();
      }
      case 'xhr': {
        const request = new XMLHttpRequest();
        request.open(method, url);
        request.withCredentials = deed.credentials === 'include';
        const over = either(request);
        request.send(method === 'GET' ? null : 'x');
        return over;
      }
      case 'image':
        return added('img', { src: url });
      case 'script':
        return added('script', { src: url });
      case 'style':
        return added('link', { rel: 'stylesheet', href: url });
      case 'beacon':
        return navigator.sendBeacon(url, 'x');
      case 'json-beacon':
        return navigator.sendBeacon(url, new Blob(['{}'], { type: 'application/json' }));
      case 'prefetch':
        return added('link', { rel: 'prefetch', href: url });
      case 'speculation': {
        const text = JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] });
        document.documentElement.append(Object.assign(document.createElement('script'), { type: 'speculationrules', text }));
        return null;
      }
      case 'websocket':
        return either(new WebSocket(url.replace(/^http/, 'ws')));
      case 'worker': {
        const worker = new Worker(url);
        const over = either(worker);
        worker.postMessage(order);
        return over;
      }
      case 'shared-worker': {
        const { port } = new SharedWorker(url);
        const over = either(port);
        port.start();
        port.postMessage(order);
        return over;
      }
      case 'service-worker': {
        const { frame = '' } = deed;
        const registration = await navigator.serviceWorker.register(url, { scope: new URL(frame).pathname });
        const worker = registration.installing ?? registration.waiting ?? registration.active;
        if (worker === null) return null;
        while (worker.state !== 'activated' && worker.state !== 'redundant')
          await new Promise((changed) => worker.addEventListener('statechange', changed, { once: true }));
        const { port1, port2 } = new MessageChannel();
        const over = either(port1);
        port1.start();
        worker.postMessage(order, [port2]);
        await over;
        await framed(frame, false);
        return registration.unregister();
      }
      case 'flood':
        // biome-ignore lint/suspicious/noDocumentCookie: what it does to the jar is what the walk is about.
        for (const { text } of deed.lines ?? []) document.cookie = text;
        return null;
      case 'frame':
        return framed(url, deed.sandboxed === true);
      case 'write':
        // biome-ignore lint/suspicious/noDocumentCookie: what it does to the jar is what the walk is about.
        document.cookie = line.text;
        return null;
      case 'store':
        return cookieStore.set({ name: line.name, value: line.value });
      case 'store-delete':
        return cookieStore.delete(line.name);
      default:
        return null;
    }
  };
  const bounded = (deed: PageDeed) =>
    Promise.race([
      act(deed).catch(() => null),
      new Promise((late) => setTimeout(late, deed.do === 'service-worker' ? 9000 : 3000)),
    ]);
  const all = async () => {
    if (parallel) await Promise.all(deeds.map(bounded));
    else for (const deed of deeds) await bounded(deed);
  };
  void all().then(() => {
    if (parent !== window) parent.postMessage(acted, '*');
    else if (otherTab) void fetch(`/done/${id}`, { method: 'POST', credentials: 'omit', body: JSON.stringify(acted) });
    else Object.assign(document.documentElement.dataset, { done: id, acted: JSON.stringify(acted) });
  });
}
