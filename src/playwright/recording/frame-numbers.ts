import type { Frame, Page } from '@playwright/test';

/** Where something happens, in the numbers that facts have for tabs and frames. */
export interface FramePlace {
  readonly tabId: number;
  readonly frameId: number;
  /** −1 = it is the frame of the page. */
  readonly parentFrameId: number;
}

/** Numbers the pages of a context and their frames, each in the order in which it is met. */
export class FrameNumbers {
  readonly #tabs = new WeakMap<Page, number>();
  readonly #frames = new WeakMap<Frame, number>();
  #lastTab = 0;
  #lastFrame = 0;

  of(frame: Frame): FramePlace {
    const parent = frame.parentFrame();
    return {
      tabId: this.#tabOf(frame.page()),
      frameId: this.#frameOf(frame),
      parentFrameId: parent === null ? -1 : this.#frameOf(parent),
    };
  }

  /** A page of which nothing more is known yet: a tab that is about to open. */
  newTab(): FramePlace {
    this.#lastTab += 1;
    return { tabId: this.#lastTab, frameId: 0, parentFrameId: -1 };
  }

  #tabOf(page: Page): number {
    const known = this.#tabs.get(page);
    if (known !== undefined) return known;
    this.#lastTab += 1;
    this.#tabs.set(page, this.#lastTab);
    return this.#lastTab;
  }

  #frameOf(frame: Frame): number {
    if (frame.parentFrame() === null) return 0;
    const known = this.#frames.get(frame);
    if (known !== undefined) return known;
    this.#lastFrame += 1;
    this.#frames.set(frame, this.#lastFrame);
    return this.#lastFrame;
  }
}
