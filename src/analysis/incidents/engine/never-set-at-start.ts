import { byAction } from '../../rules/engine/fix';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { NOT_SET } from '../scene/suspect';
import { startOf } from '../scene/transaction-start';
import { consequenceStation, plainStation } from './chain';
import { type FailureCase, type Found, ofSuspect } from './define';
import { consequenceJoin, observedJoin } from './joins';
import { remedyFor } from './remedy';

/** The browser left without a cookie and came back without one: nothing ties the answer to the one who asked. */
export function neverSetAtStart(one: FailureCase): readonly Found[] {
  const { failure, scene } = one;
  const { exchange } = failure;
  const transaction = scene.returnOf(exchange);
  const start = transaction === null ? [] : startOf(transaction);
  const first = start.at(-1);
  const isBare = start.every(({ lines, cookies }) => lines.length === 0 && cookies.length === 0);
  if (transaction === null || first === undefined || !isBare || exchange.cookies.length > 0 || exchange.withheld.length > 0)
    return [];
  const { provider } = transaction;
  const found = ofSuspect(NOT_SET, one, {
    title: s`Sign-in through ${provider} fails`,
    heading: s`Sign-in through ${provider} fails: ${requestText(first)} set no cookie before the browser left`,
    brief: s`no cookie was set before leaving`,
    why: s`${requestText(first)} sent the browser to ${provider} without ${'Set-Cookie'}, and ${requestText(exchange)} came without a cookie: ${failure.host} cannot know that the two belong together.`,
    rivals: [s`the answer may have been refused for another reason`],
    remedy: () =>
      remedyFor(
        byAction(
          'trust-proxy',
          s`Begin the sign-in in the browser: where a server, a proxy or server-side rendering asks for the address to go to, it must pass the ${'Set-Cookie'} lines of that answer on. Behind a proxy that ends TLS tell the application so, or it leaves its ${'Secure'} cookies out.`,
        ),
        NOT_SET,
        scene,
      ),
  });
  return [
    {
      ...found,
      joins: [
        observedJoin(s`${requestText(first)} was answered ${[String(first.status)]} without ${'Set-Cookie'}.`),
        observedJoin(s`${requestText(exchange)} carried no cookie.`),
        consequenceJoin(failure),
      ],
      chain: [
        plainStation(first, 'cause', s`${requestText(first)} sets no cookie`),
        plainStation(exchange, 'lost', s`${requestText(exchange)} without a cookie`),
        consequenceStation(failure),
      ],
    },
  ];
}
