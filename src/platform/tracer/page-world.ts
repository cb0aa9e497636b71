/**
 * Runs in the page's own world, before its first script. Everything it uses is taken before the page can change it, and all
 * that the page can tell is that an accessor is a proxy of the native one.
 */
(() => {
  const { apply, defineProperty, deleteProperty, getOwnPropertyDescriptor } = Reflect;
  const NativeError = Error;
  const NativeProxy = Proxy;
  const { stringify } = JSON;
  const { now } = Date;
  const stackGetter = getOwnPropertyDescriptor(Error.prototype, 'stack')?.get;
  const sourceOf = Function.prototype.toString;

  /** Places that read the cookies are told once each: a page may ask a thousand times a second. */
  const MOST_READS = 300;
  const MOST_FRAMES = 20;
  const reads = new Map<string, true>();

  const { port1: port, port2: other } = new MessageChannel();
  const post = port.postMessage.bind(port);
  let isOn = true;

  interface Access {
    readonly api: 'document.cookie' | 'cookieStore';
    readonly operation: 'read' | 'write' | 'delete' | 'replaced';
    readonly line?: string;
    readonly name?: string;
    readonly value?: string;
    readonly names?: readonly string[];
  }

  function tell(access: Access, stack: string): void {
    post(stringify({ ...access, at: now(), stack }));
  }

  /** The call stack as the engine writes it, whatever the page has made of its formatting. */
  function stackHere(): string {
    const limit = getOwnPropertyDescriptor(NativeError, 'stackTraceLimit');
    const format = getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
    if (limit?.configurable) defineProperty(NativeError, 'stackTraceLimit', { ...dataProperty, value: MOST_FRAMES });
    if (format?.configurable) deleteProperty(NativeError, 'prepareStackTrace');
    try {
      const error = new NativeError();
      const stack: unknown = stackGetter ? apply(stackGetter, error, []) : error.stack;
      return typeof stack === 'string' ? stack : '';
    } finally {
      if (limit?.configurable) defineProperty(NativeError, 'stackTraceLimit', limit);
      if (format?.configurable) defineProperty(NativeError, 'prepareStackTrace', format);
    }
  }
  const dataProperty = { configurable: true, enumerable: true, writable: true };

  function read(api: Access['api'], names: readonly string[]): void {
    const stack = stackHere();
    const key = `${stringify(names)} ${stack}`;
    if (reads.size >= MOST_READS || reads.has(key)) return;
    reads.set(key, true);
    tell({ api, operation: 'read', names }, stack);
  }

  type Callable = (...args: never[]) => unknown;
  /** Calls the native one first: what it throws goes to the caller, and is no access. */
  const wrapped = <F extends Callable>(native: F, after: (args: readonly unknown[], result: unknown) => void): F =>
    new NativeProxy(native, {
      apply(target, self, args) {
        const result = apply(target, self, args);
        if (isOn) {
          try {
            after(args, result);
          } catch {
            // A page can make anything throw; it is not to notice.
          }
        }
        return result;
      },
    });

  const undo: (() => void)[] = [];
  function replace(holder: object, key: string, wrap: (native: PropertyDescriptor) => PropertyDescriptor): boolean {
    const native = getOwnPropertyDescriptor(holder, key);
    const code = native?.set ?? native?.value;
    if (!native?.configurable || typeof code !== 'function' || !apply(sourceOf, code, []).includes('[native code]')) return false;
    const ours = wrap(native);
    defineProperty(holder, key, ours);
    undo.push(() => {
      const present = getOwnPropertyDescriptor(holder, key);
      if (present && present.get === ours.get && present.set === ours.set && present.value === ours.value)
        defineProperty(holder, key, native);
    });
    return true;
  }

  const isDocumentSeen = replace(Document.prototype, 'cookie', (native) => ({
    ...native,
    ...(native.get && {
      get: wrapped(native.get, (_, result) => {
        if (typeof result === 'string') read('document.cookie', namesIn(result));
      }),
    }),
    ...(native.set && {
      set: new NativeProxy(native.set, {
        apply(target, self, args: unknown[]) {
          // An object is made a string once, as the native setter would.
          const [given] = args;
          const line = typeof given === 'object' || typeof given === 'function' ? `${given}` : given;
          const result = apply(target, self, [line, ...args.slice(1)] as never);
          if (isOn && typeof line !== 'symbol')
            tell({ api: 'document.cookie', operation: 'write', line: String(line) }, stackHere());
          return result;
        },
      }),
    }),
  }));

  const store = (globalThis as { CookieStore?: { prototype: object } }).CookieStore?.prototype;
  const ofStore = (key: string, after: (first: unknown, second: unknown, stack: string) => void): boolean =>
    store !== undefined &&
    replace(store, key, (native) => ({
      ...native,
      value: wrapped(native.value, ([first, second]) => after(first, second, key.startsWith('get') ? '' : stackHere())),
    }));
  ofStore('set', (first, second, stack) => {
    const given = typeof first === 'object' && first !== null ? first : { name: first, value: second };
    const expires = own(given, 'expires');
    const isPast = typeof expires === 'number' && expires <= now();
    const name = String(own(given, 'name'));
    if (isPast) tell({ api: 'cookieStore', operation: 'delete', name }, stack);
    else tell({ api: 'cookieStore', operation: 'write', name, value: String(own(given, 'value')) }, stack);
  });
  ofStore('delete', (first, _, stack) => tell({ api: 'cookieStore', operation: 'delete', name: nameOf(first) }, stack));
  ofStore('get', (first) => read('cookieStore', [nameOf(first)]));
  ofStore('getAll', (first) => read('cookieStore', first === undefined ? [] : [nameOf(first)]));

  /** What stands in the object itself: a getter of the page's is not run. */
  function own(holder: object, key: string): unknown {
    return getOwnPropertyDescriptor(holder, key)?.value;
  }
  function nameOf(first: unknown): string {
    return String(typeof first === 'object' && first !== null ? own(first, 'name') : first);
  }

  function namesIn(header: string): readonly string[] {
    if (header === '') return [];
    return header.split('; ').map((pair) => (pair.includes('=') ? pair.slice(0, pair.indexOf('=')) : ''));
  }

  if (!isDocumentSeen) tell({ api: 'document.cookie', operation: 'replaced' }, '');
  // What the page puts before the accessor later hides its own use of it.
  addEventListener('load', () => {
    if (isOn && getOwnPropertyDescriptor(document, 'cookie')) tell({ api: 'document.cookie', operation: 'replaced' }, '');
  });

  port.onmessage = () => {
    isOn = false;
    for (const each of undo) each();
    port.close();
  };
  // The extension's world listens before the page can, and lets nobody else hear it.
  postMessage('cookie-flow/tracer', { targetOrigin: '*', transfer: [other] });
})();
