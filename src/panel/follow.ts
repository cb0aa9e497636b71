import type { TabId } from '../analysis/facts/fact';
import { readTell, shapeOf } from '../protocol/guards';
import { EMPTY_LOG, haveOf, type Log, receive } from '../protocol/log';
import type { Follow } from '../protocol/messages';
import { SteadyLine, type SteadyLineParts } from '../protocol/steady-line';

/** How the panel stands to the background. */
export type Following =
  /** For the first time; nothing was told yet. */
  | { readonly kind: 'connecting' }
  | { readonly kind: 'following' }
  /** The background went away; the panel shows what it has and tries again in `retryIn` ms. */
  | { readonly kind: 'interrupted'; readonly retryIn: number }
  /** Following again; nothing of this recording was lost between. */
  | { readonly kind: 'resumed' }
  /** The extension was reloaded or removed: this panel is an orphan. DevTools must be closed and opened. */
  | { readonly kind: 'extension-reloaded' };

export interface FollowListener {
  /** Called at most once a message; never with an unchanged log. */
  log(log: Log): void;
  state(state: Following): void;
}

export interface Followed {
  /** Records the tab, or pauses it. */
  record(on: boolean): void;
  /** Tells the background that facts up to the last one we have need not be kept for us. */
  clear(): void;
  readJar(): void;
  /** Opens the page that asks for host permission. */
  grant(): void;
  close(): void;
}

/**
 * Follows the recording of a tab. The one place in the panel that knows that connections break: it connects again,
 * announces what it has, and asks again where something is missing.
 * @param parts `connect` from platform/port.ts with PANEL_PORT, and a timer
 */
export function follow(tabId: TabId, on: FollowListener, parts: SteadyLineParts): Followed {
  let log: Log = EMPTY_LOG;
  let state: Following = { kind: 'connecting' };
  let asked = false;
  /** What the user wanted while nobody was there to hear it. */
  let unheard: readonly Follow[] = [];

  const enter = (next: Following) => {
    if (next.kind === state.kind && next.kind !== 'interrupted') return;
    state = next;
    on.state(state);
  };
  const ask = () => {
    asked = true;
    line.send({ kind: 'follow', tabId, have: haveOf(log) });
  };
  const send = (wish: Follow) => {
    if (!line.send(wish)) unheard = [...unheard, wish];
  };
  const keep = (next: Log) => {
    if (next === log) return;
    log = next;
    on.log(log);
  };

  const line = new SteadyLine(parts, {
    connected() {
      ask();
      const wishes = unheard;
      unheard = [];
      wishes.forEach(send);
    },
    message(message) {
      const tell = readTell(message);
      if (!tell) {
        const next = receive(log, { kind: 'trouble', trouble: { kind: 'unknown-message', shape: shapeOf(message) } });
        if (next !== 'ask-again') keep(next);
        return;
      }
      const next = receive(log, tell);
      if (next === 'ask-again') {
        // Messages sent before the answer may show the same gap: one question is enough.
        if (!asked) ask();
        return;
      }
      if (tell.kind === 'reset' || tell.kind === 'key') asked = false;
      if (tell.kind === 'reset') enter({ kind: 'following' });
      else if (tell.kind === 'key' && state.kind !== 'following')
        enter({ kind: state.kind === 'interrupted' ? 'resumed' : 'following' });
      keep(next);
    },
    interrupted: (retryIn) => enter({ kind: 'interrupted', retryIn }),
    orphaned: () => enter({ kind: 'extension-reloaded' }),
  });

  line.open();
  return {
    record: (isOn) => send({ kind: 'record', tabId, on: isOn }),
    clear: () => send({ kind: 'clear', tabId, through: log.seq }),
    readJar: () => send({ kind: 'read-jar', tabId }),
    grant: () => send({ kind: 'grant', tabId }),
    close: () => line.close(),
  };
}
