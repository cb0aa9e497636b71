import type { Request, Response } from '@playwright/test';
import { digestFields } from '../../analysis/facts/body-fields';
import type { Digest } from '../../analysis/facts/digest';
import type { Draft, RequestSent } from '../../analysis/facts/fact';
import {
  requestCompleted,
  requestFailed,
  requestRedirected,
  requestSent,
  responseReceived,
  type WireRequest,
} from '../../analysis/facts/from-webrequest';
import type { WireHeader } from '../../analysis/facts/headers';
import { messageInField } from '../../analysis/messages/in-field';
import { fieldsOfText } from '../../formats/reading/posted-fields';
import { initiatorOf, type RequestCircumstances } from './request-circumstances';

/** One request, as it was followed through Playwright's events. Times are milliseconds since 1970. */
export interface FollowedRequest {
  readonly request: Request;
  /** One over all redirects of a chain. */
  readonly id: string;
  readonly hop: number;
  readonly circumstances: RequestCircumstances;
  readonly sentAt: number;
  /** Headers as they went out; null = they cannot be had. */
  readonly headers: Promise<readonly WireHeader[] | null>;
  /** null = none came so far. */
  answer: Answered | null;
  /** null = it goes on. */
  ended: { readonly at: number; readonly failure: string | null } | null;
  /** Where a redirect leads; null = none did. */
  redirect: { readonly at: number; readonly to: string } | null;
}

/** The head of a response. */
interface Answered {
  readonly response: Response;
  readonly at: number;
  readonly headers: Promise<readonly WireHeader[] | null>;
}

/** The facts of a request, as far as it has come. */
export async function requestFacts(followed: FollowedRequest, digest: Digest): Promise<readonly Draft[]> {
  const { request, id, hop, circumstances, sentAt, answer, ended, redirect } = followed;
  const headers = await withinWait(followed.headers);
  // Only what went over the network has a Host: anything else was answered by a cache, a worker or a route of the test.
  const isSeen = headers?.some(({ name }) => /^(?:host|:authority)$/i.test(name)) ?? false;
  const nothingSent = !isSeen && answer !== null;
  const initiator = initiatorOf(circumstances, byName(headers ?? []));
  const wire = (at: number): WireRequest => ({
    ...circumstances.wire,
    requestId: id,
    timeStamp: at,
    ...(typeof initiator === 'string' ? { initiator } : {}),
  });
  const fields = digestFields(
    fieldsOfText(request.postData() ?? '', byName(headers ?? [])['content-type'] ?? ''),
    digest,
    messageInField,
  );
  const sent = requestSent(
    { ...wire(sentAt), requestHeaders: isSeen ? (headers ?? []) : [] },
    { dialect: 'chromium', hop, fields, digest },
  ) as Omit<RequestSent, 'seq'>;
  const drafts: Draft[] = [
    { ...sent, unseen: !isSeen && !nothingSent, nothingSent, ...(initiator === undefined ? { initiatorUnknown: true } : {}) },
  ];
  if (answer !== null) {
    const event = {
      ...wire(answer.at),
      statusCode: answer.response.status(),
      responseHeaders: (await withinWait(answer.headers)) ?? [],
    };
    // What a cached response once set was set then.
    if (isSeen) drafts.push(responseReceived(event, 'chromium', hop));
    if (redirect !== null)
      drafts.push(requestRedirected({ ...event, timeStamp: redirect.at, redirectUrl: redirect.to, fromCache: nothingSent }, hop));
    else if (ended !== null && ended.failure === null)
      drafts.push(requestCompleted({ ...event, timeStamp: ended.at, fromCache: nothingSent }, hop));
  }
  if (ended !== null && ended.failure !== null) drafts.push(requestFailed({ ...wire(ended.at), error: ended.failure }, hop));
  return drafts;
}

/** How long headers are waited for, in milliseconds: those of a request that waits for a connection may never come. */
const LONGEST_WAIT = 5_000;

function withinWait<Value>(value: Promise<Value>): Promise<Value | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), LONGEST_WAIT).unref();
  });
  return Promise.race([value, late]);
}

const byName = (headers: readonly WireHeader[]): Readonly<Record<string, string>> =>
  Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value ?? '']));
