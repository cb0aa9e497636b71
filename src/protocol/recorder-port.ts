import type { Fact, JarCookie, TabId } from '../analysis/facts/fact';
import type { LineOverride } from './line-override';
import type { End } from './reconnecting-port';
import { EMPTY_LOG, type LogLimit, type RecorderHandle, type RecordingLog, type UserWrite } from './recording-log';
import type { RepeatedRequest } from './repeated-request';

/** Names the port from a tab's panel to the page that records it. */
export const panelPort = (tabId: TabId): string => `cookie-flow/panel/${tabId}`;

/** Facts in one message: a panel stays alive between small ones. */
const MOST_FACTS = 2000;

type State = Omit<RecordingLog, 'facts'>;

type ToPanel = LogUpdate | CallResult;

/** What came of the call of this number. */
type CallResult = { readonly answered: number; readonly value: unknown };

type LogUpdate = {
  /** The facts replace all that were sent before. */
  readonly begins: boolean;
  readonly facts: readonly Fact[];
  readonly state: State;
};

type FromPanel =
  | { readonly call: 'record' | 'trace'; readonly on: boolean }
  | { readonly call: 'limit'; readonly limit: LogLimit }
  | { readonly call: 'override'; readonly line: LineOverride }
  | { readonly call: 'endOverride'; readonly id: string }
  | { readonly call: 'protect'; readonly cookies: readonly JarCookie[] }
  | { readonly call: 'endProtection'; readonly ids: readonly string[] }
  | { readonly call: 'write'; readonly id: number; readonly writes: readonly UserWrite[] }
  | { readonly call: 'repeat'; readonly id: number; readonly request: RepeatedRequest }
  | { readonly call: 'grant'; readonly what: 'hosts' | 'third-party' }
  | { readonly call: 'clear' | 'readJar' };

/**
 * Serves a panel that cannot call the recorder: in a private window of Firefox its document is of another origin.
 * Ends with the port.
 */
export function serveRecorder(port: End, recorder: RecorderHandle): void {
  let lastFacts: readonly Fact[] | null = null;
  let count = 0;
  const unfollow = recorder.follow(({ facts, ...state }) => {
    let begins = facts !== lastFacts;
    if (begins) count = 0;
    lastFacts = facts;
    do {
      const part = facts.slice(count, count + MOST_FACTS);
      port.send({ begins, facts: part, state } satisfies LogUpdate);
      count += part.length;
      begins = false;
    } while (count < facts.length);
  });
  const answer = (answered: number, result: Promise<unknown>) =>
    void result.then((value) => port.send({ answered, value } satisfies CallResult));
  port.onMessage((message) => {
    // Both ends are the same version of the extension.
    const request = message as FromPanel;
    if (request.call === 'record' || request.call === 'trace') recorder[request.call](request.on);
    else if (request.call === 'limit') recorder.limit(request.limit);
    else if (request.call === 'override') recorder.override(request.line);
    else if (request.call === 'endOverride') recorder.endOverride(request.id);
    else if (request.call === 'protect') recorder.protect(request.cookies);
    else if (request.call === 'endProtection') recorder.endProtection(request.ids);
    else if (request.call === 'write') answer(request.id, recorder.write(request.writes));
    else if (request.call === 'repeat') answer(request.id, recorder.repeat(request.request));
    else if (request.call === 'grant') recorder.grant(request.what);
    else if (request.call === 'clear' || request.call === 'readJar') recorder[request.call]();
  });
  port.onGone(unfollow);
}

/** The recorder at the other end of a port. */
export function recorderOver(port: End, first: unknown): RecorderHandle {
  let log: RecordingLog = EMPTY_LOG;
  const listeners = new Set<(log: RecordingLog) => void>();
  const open = new Map<number, (value: unknown) => void>();
  let lastCall = 0;
  const receive = (message: unknown) => {
    const update = message as ToPanel;
    if ('answered' in update) {
      open.get(update.answered)?.(update.value);
      open.delete(update.answered);
      return;
    }
    const { begins, facts, state } = update;
    const held = begins ? [] : (log.facts as Fact[]);
    held.push(...facts);
    log = { ...state, facts: held };
    for (const listener of listeners) listener(log);
  };
  receive(first);
  port.onMessage(receive);
  port.onGone(() => {
    log = { ...log, link: 'gone' };
    for (const listener of listeners) listener(log);
  });
  const send = (request: FromPanel) => port.send(request);
  // What comes back is of the same version of the extension.
  const answered = <T>(ask: (id: number) => void): Promise<T> =>
    new Promise((resolve) => {
      lastCall += 1;
      open.set(lastCall, (value) => resolve(value as T));
      ask(lastCall);
    });
  return {
    follow(listener) {
      listeners.add(listener);
      listener(log);
      return () => listeners.delete(listener);
    },
    record: (on) => send({ call: 'record', on }),
    clear: () => send({ call: 'clear' }),
    readJar: () => send({ call: 'readJar' }),
    grant: (what) => send({ call: 'grant', what }),
    limit: (limit) => send({ call: 'limit', limit }),
    override: (line) => send({ call: 'override', line }),
    trace: (on) => send({ call: 'trace', on }),
    endOverride: (id) => send({ call: 'endOverride', id }),
    protect: (cookies) => send({ call: 'protect', cookies }),
    endProtection: (ids) => send({ call: 'endProtection', ids }),
    write: (writes) => answered((id) => send({ call: 'write', id, writes })),
    repeat: (request) => answered((id) => send({ call: 'repeat', id, request })),
  };
}
