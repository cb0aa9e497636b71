import type { DeclarativeNetRequest } from 'webextension-polyfill';
import { isMadeBy, type WireResponse } from '../analysis/facts/from-webrequest';
import { setCookieLines } from '../analysis/facts/headers';
import type { RepeatedAnswer, RepeatedRequest, RepeatResult } from '../protocol/repeated-request';
import { browser, ownOrigin } from './browser';
import { InTurn } from './in-turn';
import { dialect, scriptAnswers } from './web-request';

/** Of the session's rules; there is one at most. */
const RULE = 1;
const GIVE_UP_AFTER = 20_000;
/** Chromium tells the listener of an answer about when the answer itself arrives, in either order. */
const HEADERS_WITHIN = 2000;

type Rule = DeclarativeNetRequest.Rule;

/** Requests follow one another: the rule is of one. */
const turns = new InTurn();

/**
 * Sends a recorded GET once more, with the Cookie header that is given in place of the browser's. The browser's jar is
 * neither read nor changed by it, nothing comes from a cache, and a redirect is not followed.
 *
 * A script cannot set a Cookie header. A rule of the session does, for this address and this extension's background alone,
 * and is taken away as soon as there is an answer.
 */
export const repeatRequest = (request: RepeatedRequest): Promise<RepeatResult> => turns.do(() => send(request)).catch(failedWith);

const failedWith = (error: unknown): RepeatResult => ({
  kind: 'failed',
  text: error instanceof Error ? error.message : String(error),
});

async function send(request: RepeatedRequest): Promise<RepeatResult> {
  const url = new URL(request.url);
  url.hash = '';
  const head = headOf(url.href);
  try {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE], addRules: [ruleFor(url.href, request)] });
    const response = await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      headers: { accept: request.isDocument ? 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' : '*/*' },
      signal: AbortSignal.timeout(GIVE_UP_AFTER),
    });
    // Only its head is looked at.
    void response.body?.cancel();
    const answer = await head.told();
    if (answer !== null) return { kind: 'answered', answer };
    return { kind: 'failed', text: 'The browser did not tell the head of the answer.' };
  } catch (error) {
    return failedWith(error);
  } finally {
    head.stop();
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE] });
  }
}

function ruleFor(url: string, { cookie, headers }: RepeatedRequest): Rule {
  const set = [{ name: 'cookie', value: cookie as string }, ...headers];
  return {
    id: RULE,
    action: {
      type: 'modifyHeaders',
      requestHeaders: [
        ...set.map(({ name, value }) => ({ header: name, operation: 'set' as const, value })),
        // A page that is asked for has none, and a server may refuse the extension's.
        { header: 'origin', operation: 'remove' as const },
      ],
    },
    condition: {
      // A * or ^ in it stands for itself too.
      urlFilter: `|${url}|`,
      isUrlFilterCaseSensitive: true,
      initiatorDomains: [new URL(ownOrigin).host],
      requestMethods: ['get'],
      resourceTypes: ['xmlhttprequest'],
      // Of no tab.
      tabIds: [-1],
    },
  };
}

/** Listens for the head of the answer to our own request: of a redirect that is not followed, fetch tells nothing. */
function headOf(url: string) {
  let resolve: (answer: RepeatedAnswer) => void = () => {};
  const seen = new Promise<RepeatedAnswer>((done) => {
    resolve = done;
  });
  const hear = (event: WireResponse): void => {
    if (event.url === url && event.tabId < 0 && isMadeBy(event, ownOrigin)) resolve(answerOf(event));
  };
  const answers = scriptAnswers(hear);
  answers.listen();
  return {
    told: () => Promise.race([seen, new Promise<null>((done) => setTimeout(done, HEADERS_WITHIN, null))]),
    stop: answers.silence,
  };
}

function answerOf({ statusCode, responseHeaders = [] }: WireResponse): RepeatedAnswer {
  const headerOf = (wanted: string) => responseHeaders.find(({ name }) => name.toLowerCase() === wanted)?.value ?? null;
  const length = headerOf('content-length');
  return {
    status: statusCode,
    location: statusCode >= 300 && statusCode < 400 ? headerOf('location') : null,
    length: length !== null && /^\d{1,12}$/.test(length) ? Number(length) : null,
    cookies: setCookieLines(responseHeaders, dialect).map((line) => line.split(/[=;]/, 1)[0]?.trim() ?? ''),
  };
}
