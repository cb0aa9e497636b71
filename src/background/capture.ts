import { bodyFields } from '../analysis/facts/body-fields';
import type { Digest } from '../analysis/facts/digest';
import type { Draft, TabId } from '../analysis/facts/fact';
import {
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
import type { RequestListener } from '../platform/web-request';
import type { OpenRequests } from './open-requests';

/** What is known when an event is turned into a fact: in a worker's first turns little, later everything. */
export interface Known {
  readonly digest: Digest;
  readonly requests: OpenRequests;
  /** Whether `requests` knows all that was recorded: else no request can be said to have gone out unseen. */
  readonly sure: boolean;
}

/** An event that waits to become facts. */
export type Step = (known: Known) => readonly Draft[];

/** Takes an event of a tab (-1 = of none), with the time it bears. */
export type Take = (tabId: TabId, at: number, step: Step) => void;

/** Turns events of webRequest into steps. Requests of our own pages, at `ownOrigin`, are left out. */
export function capture(take: Take, dialect: Dialect, ownOrigin: string): RequestListener {
  const each = (event: WireRequest, step: Step) => {
    if (!isMadeBy(event, ownOrigin)) take(event.tabId, event.timeStamp, step);
  };
  const unseen = (event: WireRequest, { requests, sure }: Known, nothingSent = false): readonly Draft[] =>
    requests.isSent(event.requestId) || !sure ? [] : [requestUnseen(event, requests.hop(event.requestId), nothingSent)];
  const head = (event: WireResponse, { requests }: Known): readonly Draft[] =>
    requests.isAnswered(event.requestId) ? [] : [responseReceived(event, dialect, requests.hop(event.requestId))];

  return {
    body: (event, body) =>
      each(event, ({ digest, requests }) => {
        requests.rememberFields(event.requestId, bodyFields(body, digest));
        return [];
      }),
    sending: (event) =>
      each(event, ({ digest, requests }) => {
        // Told late, when it was known already from what came after it.
        if (requests.isUnseen(event.requestId)) return [];
        const hop = requests.nextHop(event.requestId);
        return [requestSent(event, { dialect, hop, digest, fields: requests.takeFields(event.requestId) })];
      }),
    received: (event) => each(event, (known) => [...unseen(event, known, isOwnRedirect(event)), ...head(event, known)]),
    // The events of the end bear the head too: if that of the head itself got lost, nothing is lost with it.
    redirected: (event) =>
      each(event, (known) => [
        ...unseen(event, known, isOwnRedirect(event)),
        ...head(event, known),
        requestRedirected(event, known.requests.hop(event.requestId)),
      ]),
    completed: (event) =>
      each(event, (known) => [
        ...unseen(event, known, event.fromCache),
        ...head(event, known),
        requestCompleted(event, known.requests.hop(event.requestId)),
      ]),
    failed: (event) =>
      each(event, (known) => [...unseen(event, known), requestFailed(event, known.requests.hop(event.requestId))]),
  };
}
