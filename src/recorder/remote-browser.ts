import type { TabId } from '../analysis/facts/fact';
import type { BrowserAccess, BrowserCalls, BrowserListener } from '../protocol/browser-access';
import { readToPage, shapeOf } from '../protocol/guards';
import { ReconnectingPort, type ReconnectingPortDeps } from '../protocol/reconnecting-port';
import type { NumberedEvents, ToPage } from '../protocol/relay-messages';

interface Call {
  readonly name: keyof BrowserCalls;
  readonly args: readonly unknown[];
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The browser through the background script, for a page without its APIs. The background may be suspended at any time: the
 * port is opened again, calls without an answer are asked again, and of its events each is taken once.
 */
export class RemoteBrowser implements BrowserAccess {
  readonly calls: BrowserCalls;
  readonly #tabId: TabId;
  readonly #port: ReconnectingPort;
  readonly #open = new Map<number, Call>();
  /** By the background's life, how many of its events were taken. */
  readonly #lastTaken = new Map<string, number>();
  #listener: BrowserListener | null = null;
  #lastCall = 0;
  #wasConnected = false;

  constructor(tabId: TabId, deps: ReconnectingPortDeps) {
    this.#tabId = tabId;
    this.#port = new ReconnectingPort(deps, {
      connected: () => this.#connected(),
      message: (message) => this.#hear(message),
      interrupted: () => this.#listener?.link('reconnecting'),
      orphaned: () => this.#listener?.link('gone'),
    });
    this.calls = {
      readJar: (...args) => this.#call('readJar', args),
      storeOf: (...args) => this.#call('storeOf', args),
      framesOf: (...args) => this.#call('framesOf', args),
      missingHosts: (...args) => this.#call('missingHosts', args),
      thirdPartySetting: (...args) => this.#call('thirdPartySetting', args),
      browserVersion: (...args) => this.#call('browserVersion', args),
      writeCookie: (...args) => this.#call('writeCookie', args),
      traceScripts: (...args) => this.#call('traceScripts', args),
      openPage: (...args) => this.#call('openPage', args),
    };
  }

  listen(listener: BrowserListener): void {
    this.#listener = listener;
    this.#port.open();
  }

  #connected(): void {
    this.#port.send({ kind: 'hello', tabId: this.#tabId, resumes: this.#wasConnected });
    if (this.#wasConnected) this.#listener?.link('connected');
    this.#wasConnected = true;
    for (const [id, { name, args }] of this.#open) this.#port.send({ kind: 'call', id, name, args });
  }

  #call<T>(name: keyof BrowserCalls, args: readonly unknown[]): Promise<T> {
    const id = ++this.#lastCall;
    return new Promise<T>((resolve, reject) => {
      this.#open.set(id, { name, args, resolve, reject });
      // Without a connection it is sent when there is one.
      this.#port.send({ kind: 'call', id, name, args });
    });
  }

  #hear(message: unknown): void {
    const parsed = readToPage(message);
    if (!parsed) {
      this.#listener?.problem({ kind: 'unknown-message', shape: shapeOf(message) });
      return;
    }
    switch (parsed.kind) {
      case 'events':
        this.#take(parsed);
        break;
      case 'permissions-changed':
        this.#listener?.permissionsChanged();
        break;
      case 'answer':
      case 'refused':
        this.#answered(parsed);
        break;
      default:
        parsed satisfies never;
    }
  }

  #answered(answer: Extract<ToPage, { readonly id: number }>): void {
    const call = this.#open.get(answer.id);
    this.#open.delete(answer.id);
    if (answer.kind === 'refused') call?.reject(new Error(answer.text));
    // The value answers that call, from the same version of the extension.
    else call?.resolve(answer.value as never);
  }

  #take({ life, first, events }: NumberedEvents): void {
    const taken = this.#lastTaken.get(life) ?? 0;
    for (const [index, event] of events.entries()) if (first + index >= taken) this.#listener?.event(event);
    const upTo = first + events.length;
    this.#lastTaken.set(life, Math.max(taken, upTo));
    this.#port.send({ kind: 'received', life, upTo: upTo - 1 });
  }
}
