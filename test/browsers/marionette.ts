import { connect, type Socket } from 'node:net';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** `[1, id, error, result]`: an answer; `[0, …]` would be a command to us, which Firefox never sends. */
type Answer = readonly [
  type: 1,
  id: number,
  error: { error: string; message: string; stacktrace: string } | null,
  result: unknown,
];

/**
 * A client of Firefox's Marionette: JSON packets over TCP, each with its length in front.
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received = Buffer.alloc(0);
  #last = 0;
  #context: 'content' | 'chrome' = 'content';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('Firefox has closed the connection.')));
  }

  /** Connects to a Firefox that listens on a port of this machine. */
  static connect(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Marionette(socket));
      });
    });
  }

  /** Sends a command and gives its result; an error of Firefox's is thrown with its stack. */
  send(name: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#last;
    const packet = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(packet)}:${packet}`);
    });
  }

  /** Chooses where scripts and screenshots work: in the page, or in the browser's own window. */
  async use(context: 'content' | 'chrome'): Promise<void> {
    if (this.#context === context) return;
    await this.send('Marionette:SetContext', { value: context });
    this.#context = context;
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (let colon = this.#received.indexOf(':'); colon > 0; colon = this.#received.indexOf(':')) {
      const end = colon + 1 + Number(this.#received.subarray(0, colon));
      if (this.#received.length < end) return;
      const packet: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      if (Array.isArray(packet)) this.#answer(packet as unknown as Answer);
    }
  }

  #answer([, id, error, result]: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}\n${error.stacktrace}`));
    else waiting?.resolve(result);
  }

  #fail(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
