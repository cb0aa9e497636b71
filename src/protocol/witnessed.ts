import type { WireBody } from '../analysis/facts/body-fields';
import type {
  WireEnd,
  WireFailure,
  WireRedirect,
  WireRequest,
  WireResponse,
  WireSending,
} from '../analysis/facts/from-webrequest';

/** What a recorder takes of webRequest, in the order a request lives. */
export interface RequestListener {
  body(event: WireRequest, body: WireBody): void;
  sending(event: WireSending): void;
  received(event: WireResponse): void;
  redirected(event: WireRedirect): void;
  completed(event: WireEnd): void;
  failed(event: WireFailure): void;
}

const KINDS = ['body', 'sending', 'received', 'redirected', 'completed', 'failed'] as const satisfies (keyof RequestListener)[];

/**
 * Events of webRequest that a page of DevTools saw too, as they came: for those that were on their way to a background
 * that was killed. They go from page to background only, and become facts there like any other.
 */
export interface Witnessed {
  readonly kind: (typeof KINDS)[number];
  readonly event: WireRequest;
  readonly body: WireBody | null;
}

/** Tells what was witnessed to a listener, in order. */
export function retell(all: readonly Witnessed[], listener: RequestListener): void {
  for (const { kind, event, body } of all) {
    if (kind === 'body') listener.body(event, body ?? {});
    // The event is of the kind that its listener was called with.
    else (listener[kind] as (event: WireRequest) => void)(event);
  }
}

/** A listener that hands on each event as one witnessed. */
export function witness(take: (seen: Witnessed) => void): RequestListener {
  const plain = (kind: Witnessed['kind']) => (event: WireRequest) => take({ kind, event, body: null });
  return {
    // Octets do not go through a port; forms are text.
    body: (event, { formData }) => take({ kind: 'body', event, body: formData ? { formData } : {} }),
    sending: plain('sending'),
    received: plain('received'),
    redirected: plain('redirected'),
    completed: plain('completed'),
    failed: plain('failed'),
  };
}

export const isWitnessed = (value: unknown): value is Witnessed => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, event } = value as Partial<Witnessed>;
  return (
    KINDS.some((each) => each === kind) && typeof event === 'object' && event !== null && typeof event.requestId === 'string'
  );
};
