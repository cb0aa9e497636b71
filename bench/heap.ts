import type { CDPSession, Frame, Page } from 'playwright-core';

/** The JavaScript heap of a page, or of a frame that has a process of its own. */
export class Heap {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(place: Page | Frame): Promise<Heap> {
    const page = 'page' in place ? place.page() : place;
    return new Heap(await page.context().newCDPSession(place));
  }

  /** Bytes in use after a collection. */
  async used(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const { usedSize } = (await this.#session.send('Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  }
}
