import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { mdn } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { addressOf, saysSignOut } from '../../session/requests/address';
import { consequenceClause, requestOf } from '../engine/cause-words';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { observedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import { isFetchedAhead } from '../scene/fetched-ahead';
import { newSuspect, type Suspect } from '../scene/suspect';

export const prefetchSignsOut = defineKind({
  id: 'prefetch-signs-out',
  name: 'A prefetch or prerender signs out',
  why: s`Browsers fetch pages that a visitor may open next. A link that signs out by ${'GET'} is fetched with the rest, and the session ends though nobody clicked.`,
  links: [
    mdn('Speculation Rules: unsafe prefetching', 'Guides/Speculative_loading'),
    mdn('Sec-Purpose', 'Reference/Headers/Sec-Purpose'),
  ],
  applies: ({ failure }) => failure.consequence.kind !== 'cors' && failure.consequence.kind !== 'loop',
  check: (one) => [...byDeletion(one), ...byServer(one)],
});

/** A cookie that the answer to a request which nobody made deleted. */
function byDeletion(one: FailureCase): readonly Found[] {
  return one.suspects.flatMap((suspect): readonly Found[] => {
    const { cause, lostAt } = suspect;
    if (cause !== 'deleted' || lostAt?.kind !== 'line' || !isFetchedAhead(lostAt.exchange)) return [];
    return [foundFor(suspect, lostAt.exchange, one)];
  });
}

/** A sign-out that was fetched ahead and deleted nothing: the session that goes along is dead on the server. */
function byServer(one: FailureCase): readonly Found[] {
  const { failure, scene } = one;
  const { exchange, session } = failure;
  const ahead = session === null ? undefined : scene.ahead.findLast((each) => isAhead(each, exchange, failure.site));
  if (
    ahead === undefined ||
    scene.signOuts.some((each) => each !== ahead && each.sent.seq > ahead.sent.seq && each.sent.seq < exchange.sent.seq)
  )
    return [];
  const carried = exchange.cookies.find(({ name, value }) => {
    const { role } = scene.roleByName(name);
    return (
      (role === 'session-id' || role === 'auth-token') && ahead.cookies.some((each) => each.name === name && each.value === value)
    );
  });
  if (carried?.cookie == null) return [];
  const suspect = newSuspect({
    cause: 'stale',
    name: carried.name,
    role: scene.roleByName(carried.name),
    cookie: carried.cookie,
    source: scene.events.setterOf(failure.site, carried.cookie, ahead.sent.seq),
  });
  return [foundFor(suspect, ahead, one)];
}

function isAhead(each: Exchange, failed: Exchange, site: string): boolean {
  const address = addressOf(each.url);
  return (
    isFetchedAhead(each) &&
    each.sent.seq < failed.sent.seq &&
    address !== null &&
    saysSignOut(address) &&
    (address.host === site || address.host.endsWith(`.${site}`))
  );
}

function foundFor(suspect: Suspect, ahead: Exchange, one: FailureCase): Found {
  const { failure, scene } = one;
  const how = ahead.sent.purpose === 'prerender' ? 'prerendered' : 'prefetched';
  const found = ofSuspect(suspect, one, {
    title: s`A page fetched ahead signs out`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: ${requestText(ahead)} was ${[how]}, which ends ${suspect.name}`,
    brief: s`ended by a page that was ${[how]}`,
    why: s`Nobody opened ${requestText(ahead)}: it was ${[how]}, and the server signed the visitor out.`,
    more: [observedJoin(s`${requestText(ahead)} was ${[how]}: the request says so itself.`)],
    remedy: () =>
      remedyFor(
        byAction(
          null,
          ahead.sent.type === 'fetch'
            ? s`Let only ${'POST'} sign out. Until then tell the router not to fetch ${requestText(ahead)} ahead (${'prefetch={false}'} in Next.js, a plain link or a form elsewhere).`
            : s`Let only ${'POST'} sign out. Until then exclude ${requestText(ahead)} from speculation rules and prefetching links, or answer a request with ${'Sec-Purpose: prefetch'} with ${'503'}.`,
        ),
        suspect,
        scene,
      ),
  });
  return { ...found, chain: withAhead(found, ahead, how) };
}

function withAhead({ chain, cause }: Found, ahead: Exchange, how: string): Found['chain'] {
  if (cause === 'deleted') return chain;
  const station = { part: 'cause', row: ahead.id, at: ahead.at, bead: null, text: s`${requestText(ahead)} ${[how]}` } as const;
  return [
    ...chain.slice(0, -2),
    station,
    ...chain.slice(-2).map((each) => (each.part === 'cause' ? { ...each, part: 'lost' as const } : each)),
  ];
}

const SID = 'sid=31d4d96e407aad42f3c1b7a09e5d8c26';
const SIGNED_IN = {
  ask: 'POST https://shop.example/login',
  fields: { user: 'a', password: 'b' },
  sets: [`${SID}; Path=/; Secure; HttpOnly`],
} as const;
const LATER = {
  ask: 'GET https://shop.example/account',
  from: 'https://shop.example',
  status: 302,
  answers: { location: '/login' },
} as const;

export const examples = (): IncidentExamples => [
  {
    title: 'a link to sign out is prefetched and deletes the session',
    steps: [
      SIGNED_IN,
      {
        ask: 'GET https://shop.example/logout',
        from: 'https://shop.example',
        purpose: 'prefetch',
        sets: ['sid=; Path=/; Max-Age=0; Secure'],
      },
      LATER,
    ],
    expect: { cookie: 'sid', cause: 'deleted' },
  },
  {
    title: 'a prerendered sign-out ends the session on the server alone',
    steps: [
      SIGNED_IN,
      { ask: 'GET https://shop.example/account', from: 'https://shop.example' },
      { ask: 'GET https://shop.example/signout', from: 'https://shop.example', purpose: 'prerender' },
      LATER,
    ],
    expect: { cookie: 'sid', cause: 'stale' },
  },
  {
    title: 'a visitor signs out by a link',
    steps: [
      SIGNED_IN,
      { ask: 'GET https://shop.example/logout', from: 'https://shop.example', sets: ['sid=; Path=/; Max-Age=0; Secure'] },
      LATER,
    ],
    expect: null,
  },
];
