import { bodyFields } from '../analysis/facts/body-fields';
import type { Digest } from '../analysis/facts/digest';
import type { Draft, TabId } from '../analysis/facts/fact';
import {
  isMadeBy,
  requestCompleted,
  requestFailed,
  requestRedirected,
  requestSent,
  responseReceived,
  type WireRequest,
} from '../analysis/facts/from-webrequest';
import type { Dialect } from '../analysis/facts/headers';
import type { RequestListener } from '../platform/web-request';
import type { OpenRequests } from './open-requests';

/** What is known when an event is turned into a fact: in a worker's first turns little, later everything. */
export interface Known {
  readonly digest: Digest;
  readonly requests: OpenRequests;
}

/** An event that waits to become a fact; null = it is none. */
export type Step = (known: Known) => Draft | null;

/** Takes an event of a tab (-1 = of none), with the time it bears. */
export type Take = (tabId: TabId, at: number, step: Step) => void;

/** Turns events of webRequest into steps. Requests of our own pages, at `ownOrigin`, are left out. */
export function capture(take: Take, dialect: Dialect, ownOrigin: string): RequestListener {
  const each = (event: WireRequest, step: Step) => {
    if (!isMadeBy(event, ownOrigin)) take(event.tabId, event.timeStamp, step);
  };
  return {
    body: (event, body) =>
      each(event, ({ digest, requests }) => {
        requests.rememberFields(event.requestId, bodyFields(body, digest));
        return null;
      }),
    sending: (event) =>
      each(event, ({ digest, requests }) => {
        const hop = requests.nextHop(event.requestId);
        return requestSent(event, { dialect, hop, digest, fields: requests.takeFields(event.requestId) });
      }),
    received: (event) =>
      each(event, ({ requests }) =>
        requests.isAnswered(event.requestId) ? null : responseReceived(event, dialect, requests.hop(event.requestId)),
      ),
    redirected: (event) => each(event, ({ requests }) => requestRedirected(event, requests.hop(event.requestId))),
    completed: (event) => each(event, ({ requests }) => requestCompleted(event, requests.hop(event.requestId))),
    failed: (event) => each(event, ({ requests }) => requestFailed(event, requests.hop(event.requestId))),
  };
}
