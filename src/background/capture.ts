import { bodyFields } from '../analysis/facts/body-fields';
import type { Digest } from '../analysis/facts/digest';
import type { Draft, FactKind, TabId } from '../analysis/facts/fact';
import {
  isHandedOver,
  isMadeBy,
  isOwnRedirect,
  requestCompleted,
  requestFailed,
  requestRedirected,
  requestSent,
  requestUnseen,
  responseReceived,
  type WireRequest,
  type WireResponse,
} from '../analysis/facts/from-webrequest';
import type { Dialect } from '../analysis/facts/headers';
import type { RequestListener } from '../protocol/witnessed';
import type { OpenRequests } from './open-requests';

/** What is known when an event is turned into a fact: in a worker's first turns little, later everything. */
export interface Known {
  readonly digest: Digest;
  readonly requests: OpenRequests;
  /** Whether `requests` knows all that was recorded: else no request can be said to have gone out unseen. */
  readonly sure: boolean;
}

/** An event on its way to becoming facts. */
export interface Told {
  /** null = of no tab in particular; -1 = of none. */
  readonly tabId: TabId | null;
  /** The time it bears. */
  readonly at: number;
  /** The same for whoever is told the event, and for the fact it becomes; null = nobody else is told. */
  readonly key: string | null;
  readonly facts: (known: Known) => readonly Draft[];
}

/** @see Told.key */
export const keyOf = (kind: string, request: string, at: number): string => `${kind} ${request} ${at}`;

/** Turns events of webRequest into what the recorder takes. Requests of our own pages, at `ownOrigin`, are left out. */
export function capture(take: (told: Told) => void, dialect: Dialect, ownOrigin: string): RequestListener {
  const each = (kind: FactKind | 'body', event: WireRequest, facts: Told['facts']) => {
    if (isMadeBy(event, ownOrigin)) return;
    take({ tabId: event.tabId, at: event.timeStamp, key: keyOf(kind, event.requestId, event.timeStamp), facts });
  };
  const unseen = (event: WireRequest, { requests, sure }: Known, nothingSent = false): readonly Draft[] =>
    requests.isSent(event.requestId) || !sure ? [] : [requestUnseen(event, requests.hop(event.requestId), nothingSent)];
  const head = (event: WireResponse, { requests }: Known): readonly Draft[] =>
    requests.isAnswered(event.requestId) ? [] : [responseReceived(event, dialect, requests.hop(event.requestId))];
  const sentAgain = (event: WireResponse, { requests }: Known): readonly Draft[] => {
    if (!requests.isSentAgain(event.requestId, event.statusCode)) return [];
    const hop = requests.nextHop(event.requestId);
    return [requestUnseen(event, hop, false), responseReceived(event, dialect, hop)];
  };

  return {
    body: (event, body) =>
      each('body', event, ({ digest, requests }) => {
        if (!requests.isSent(event.requestId)) requests.rememberFields(event.requestId, bodyFields(body, digest));
        return [];
      }),
    sending: (event) =>
      each('request-sent', event, ({ digest, requests }) => {
        if (requests.isToldLate(event.requestId, event.timeStamp)) return [];
        const hop = requests.nextHop(event.requestId);
        return [requestSent(event, { dialect, hop, digest, fields: requests.takeFields(event.requestId) })];
      }),
    received: (event) =>
      each('response-received', event, (known) => {
        const again = sentAgain(event, known);
        return again.length > 0 ? again : [...unseen(event, known, isOwnRedirect(event)), ...head(event, known)];
      }),
    // The events of the end bear the head too: if that of the head itself got lost, nothing is lost with it.
    redirected: (event) => {
      if (isHandedOver(event)) return;
      each('request-redirected', event, (known) => [
        ...unseen(event, known, isOwnRedirect(event)),
        ...(event.statusCode === 0 ? [] : head(event, known)),
        requestRedirected(event, known.requests.hop(event.requestId)),
      ]);
    },
    completed: (event) =>
      each('request-completed', event, (known) => {
        // What a cached response once set was set then.
        const heads = event.fromCache ? [] : head(event, known);
        const before = [...unseen(event, known, event.fromCache), ...heads, ...sentAgain(event, known)];
        const { hop } = before.findLast((fact) => fact.kind === 'request-sent') ?? { hop: known.requests.hop(event.requestId) };
        return [...before, requestCompleted(event, hop)];
      }),
    failed: (event) =>
      each('request-failed', event, (known) => [
        ...unseen(event, known),
        requestFailed(event, known.requests.hop(event.requestId)),
      ]),
  };
}
