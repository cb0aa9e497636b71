import type { Fact } from '../analysis/facts/fact';
import type { Have, Tell, Trouble } from './messages';

/** What a panel holds of its tab's recording. */
export interface Log {
  /** null = the background has told nothing yet. */
  readonly epoch: string | null;
  /** Highest number dealt with: every fact of this tab up to it is in `facts`. */
  readonly seq: number;
  /**
   * In order. The one list that is appended to in place, for a recording has 100,000 of them and a copy a message
   * would cost more than everything else; a new array only with a new recording.
   */
  readonly facts: readonly Fact[];
  /** The background holds nothing up to this number; 0 = it holds everything. */
  readonly droppedThrough: number;
  /** Whether facts were dropped before we had them. */
  readonly lost: boolean;
  readonly recording: boolean;
  /** Match patterns of hosts we may not see, the tab's own site first; empty = all is granted. */
  readonly missing: readonly string[];
  /** The newest last; of each text one, of a full journal the last. */
  readonly troubles: readonly Trouble[];
  /** Key of the digests in the facts; null = not told yet. */
  readonly key: string | null;
}

export const EMPTY_LOG: Log = {
  epoch: null,
  seq: 0,
  facts: [],
  droppedThrough: 0,
  lost: false,
  recording: true,
  missing: [],
  troubles: [],
  key: null,
};

const MOST_TROUBLES = 50;

/** What to announce when (re)connecting. */
export const haveOf = (log: Log): Have | null => (log.epoch === null ? null : { epoch: log.epoch, seq: log.seq });

/** Whether the browser keeps the tab's own site from us, so that nothing of it is recorded; else it may be other sites. */
export function lacksSite({ missing }: Pick<Log, 'missing'>): boolean {
  const [first] = missing;
  return first !== undefined && !first.includes('://*/');
}

/**
 * The log after a message; the same object if the message changed nothing.
 * @returns `ask-again` where facts between are missing or the recording is another than ours: announce what we have
 */
export function receive(log: Log, tell: Tell): Log | 'ask-again' {
  switch (tell.kind) {
    case 'reset':
      return { ...EMPTY_LOG, epoch: tell.epoch, seq: tell.after, facts: [], recording: log.recording, missing: log.missing };
    case 'more':
      return tell.epoch === log.epoch && tell.after <= log.seq ? append(log, tell.facts, tell.upTo) : 'ask-again';
    case 'dropped':
      return tell.epoch === log.epoch ? drop(log, tell.through) : 'ask-again';
    case 'recording':
      return tell.on === log.recording ? log : { ...log, recording: tell.on };
    case 'key':
      if (tell.epoch !== log.epoch) return 'ask-again';
      return tell.key === log.key ? log : { ...log, key: tell.key };
    case 'trouble':
      return tell.trouble.kind === 'permission' ? missing(log, tell.trouble.origins) : trouble(log, tell.trouble);
    default:
      return tell satisfies never;
  }
}

function append(log: Log, facts: readonly Fact[], upTo: number): Log {
  if (upTo <= log.seq) return log;
  const held = log.facts as Fact[];
  for (const fact of facts) if (fact.seq > log.seq) held.push(fact);
  return { ...log, seq: upTo };
}

function drop(log: Log, through: number): Log {
  if (through <= log.droppedThrough) return log;
  return { ...log, droppedThrough: through, lost: log.lost || through > log.seq, seq: Math.max(log.seq, through) };
}

const missing = (log: Log, origins: readonly string[]): Log =>
  origins.join() === log.missing.join() ? log : { ...log, missing: origins };

function trouble(log: Log, one: Trouble): Log {
  const others = log.troubles.filter((each) => keyOf(each) !== keyOf(one));
  return { ...log, troubles: [...others, one].slice(-MOST_TROUBLES) };
}

const keyOf = (one: Trouble): string => (one.kind === 'quota' ? one.kind : JSON.stringify(one));
