import { Relay } from '../../src/background/relay';
import type { BrowserCalls } from '../../src/protocol/browser-access';
import type { BrowserEvent } from '../../src/protocol/browser-event';
import type { HandOver } from '../../src/protocol/relay-messages';
import type { TestTimer } from './timer';

/** A life of the background script: what it started dies with it. */
export interface WorldBackground {
  readonly relay: Relay;
  alive: boolean;
  listens: boolean;
  take: (event: BrowserEvent) => void;
  cuts: (() => void)[];
}

export interface WorldBackgroundDeps {
  readonly calls: BrowserCalls;
  readonly handOver: HandOver;
  readonly timer: TestTimer;
  readonly life: string;
  readonly listensEarly: boolean;
  readonly markClosed: () => void;
}

/** Starts the real relay. */
export function worldBackground({
  calls,
  handOver,
  timer,
  life,
  listensEarly,
  markClosed,
}: WorldBackgroundDeps): WorldBackground {
  const background = { alive: true, listens: false, take: (_event: BrowserEvent) => {}, cuts: [] as (() => void)[] };
  const relay = new Relay({
    watch: (take) => {
      background.take = take;
      const turn = (on: boolean) => {
        background.listens = on;
      };
      return { listen: () => turn(true), silence: () => turn(false) };
    },
    calls,
    handOver,
    listensEarly,
    markClosed,
    life,
    after: (ms, then) => {
      timer.after(ms, () => {
        if (background.alive) then();
      });
    },
  });
  return Object.assign(background, { relay });
}
