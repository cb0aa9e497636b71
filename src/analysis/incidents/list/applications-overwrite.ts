import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { rfc } from '../../rules/engine/link';
import { requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import { addressOf } from '../../session/requests/address';
import { consequenceClause, requestOf } from '../engine/cause-words';
import { setStation } from '../engine/chain';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { observedJoin } from '../engine/joins';
import { remedyFor } from '../engine/remedy';
import { type Overwriting, overwritingOf } from '../scene/overwriting';
import { newSuspect } from '../scene/suspect';

export const applicationsOverwrite = defineKind({
  id: 'applications-overwrite',
  name: 'Two applications overwrite each other’s cookie',
  why: s`Cookies know no ports, and ${'Path'} is no border: applications on one host share a jar. Two that name their session alike take turns in it.`,
  links: [rfc('8.5'), rfc('8.6')],
  applies: ({ failure }) => failure.exchange.cookies.length > 0,
  check: (one) =>
    one.failure.exchange.cookies.flatMap((sent): readonly Found[] => {
      const overwriting = overwritingOf(sent, one.failure, one.scene);
      // A session that lies in its cookie is another with each answer.
      const isNew = one.failure.consequence.kind === 'new-session';
      return overwriting === null || (isNew && overwriting.isSameAuthority) ? [] : [foundFor(overwriting, one)];
    }),
});

function foundFor(overwriting: Overwriting, one: FailureCase): Found {
  const { failure, scene } = one;
  const { own, other, isSameAuthority } = overwriting;
  const name = own.identity.name;
  const suspect = newSuspect({
    cause: 'overwritten',
    name,
    role: scene.roleByName(name),
    cookie: other.line.result,
    source: { exchange: own.exchange, line: own.line },
    lostAt: { kind: 'line', exchange: other.exchange, line: other.line },
  });
  const found = ofSuspect(suspect, one, {
    title: s`Two applications overwrite each other’s cookie`,
    heading: s`${requestOf(failure)} ${consequenceClause(failure)}: ${name} was overwritten by ${placeOf(other.exchange, isSameAuthority)}`,
    brief: s`overwritten by ${placeOf(other.exchange, isSameAuthority)}`,
    why: s`${placeOf(own.exchange, isSameAuthority)} set ${name}, then ${placeOf(other.exchange, isSameAuthority)} set another value for the same cookie. ${requestText(failure.exchange)} carried a session that its application does not know.`,
    rivals: isSameAuthority ? [s`the session may have ended on the server`] : [],
    more: [observedJoin(s`The value that went along is the one that ${requestText(other.exchange)} gave.`)],
    remedy: () =>
      remedyFor(
        byAction(
          null,
          s`Name the two differently, such as ${`app1_${name}`} and ${`app2_${name}`}. A port or a ${'Path'} does not part them; separate host names do.`,
        ),
        suspect,
        scene,
      ),
  });
  const overwritten = setStation(
    other.exchange,
    other.line,
    'cause',
    s`${placeOf(other.exchange, isSameAuthority)} sets ${name} too`,
  );
  const [set, , request, ...rest] = found.chain;
  return {
    ...found,
    chain: [set, overwritten, request && { ...request, part: 'lost' as const }, ...rest].filter((each) => each !== undefined),
  };
}

/** The application: by its port or host, else by the first piece of its path. */
function placeOf({ url }: Exchange, isSameAuthority: boolean): Sentence {
  const address = addressOf(url);
  return isSameAuthority ? s`${/^\/[^/]*/.exec(address?.path ?? '')?.[0] ?? '/'}` : s`${address?.authority ?? url}`;
}

const [A, B] = ['SESSION=31d4d96e407aad42f3c1b7a09e5d8c26', 'SESSION=9f2c71d0a4e85b3631d4d96e407aad42'];

export const examples = (): IncidentExamples => [
  {
    title: 'two applications on two ports of localhost',
    steps: [
      { ask: 'POST http://localhost:3000/login', fields: { user: 'a', password: 'b' }, sets: [`${A}; Path=/; HttpOnly`] },
      { ask: 'GET http://localhost:3000/account', from: 'http://localhost:3000' },
      { ask: 'GET http://localhost:4000/', sets: [`${B}; Path=/; HttpOnly`] },
      { ask: 'GET http://localhost:3000/account', status: 302, answers: { location: '/login' } },
    ],
    expect: { cookie: 'SESSION', cause: 'overwritten' },
  },
  {
    title: 'two applications below two paths of one host',
    steps: [
      {
        ask: 'POST https://intra.example/wiki/login',
        fields: { user: 'a', password: 'b' },
        sets: [`${A}; Path=/; Secure; HttpOnly`],
      },
      { ask: 'GET https://intra.example/wiki/start', from: 'https://intra.example' },
      { ask: 'GET https://intra.example/shop/start', from: 'https://intra.example', sets: [`${B}; Path=/; Secure; HttpOnly`] },
      {
        ask: 'GET https://intra.example/wiki/edit',
        from: 'https://intra.example',
        status: 302,
        answers: { location: '/wiki/login' },
      },
    ],
    expect: { cookie: 'SESSION', cause: 'overwritten', confidence: 'possible' },
  },
  {
    title: 'the first page of another application is opened',
    steps: [
      {
        ask: 'POST https://intra.example/wiki/login',
        fields: { user: 'a', password: 'b' },
        sets: [`${A}; Path=/; Secure; HttpOnly`],
      },
      { ask: 'GET https://intra.example/wiki/start', from: 'https://intra.example' },
      { ask: 'GET https://intra.example/shop/', from: 'https://intra.example', sets: [`${B}; Path=/; Secure; HttpOnly`] },
      {
        ask: 'GET https://intra.example/wiki/edit',
        from: 'https://intra.example',
        status: 302,
        answers: { location: '/wiki/login' },
      },
    ],
    expect: { cookie: 'SESSION', cause: 'overwritten', confidence: 'possible' },
  },
  {
    title: 'one application gives a new id at sign-in',
    steps: [
      { ask: 'GET http://localhost:3000/', sets: [`${A}; Path=/; HttpOnly`] },
      {
        ask: 'POST http://localhost:3000/login',
        from: 'http://localhost:3000',
        fields: { user: 'a', password: 'b' },
        sets: [`${B}; Path=/; HttpOnly`],
        status: 302,
        answers: { location: '/account' },
      },
      { ask: 'GET http://localhost:3000/account', from: 'http://localhost:3000' },
    ],
    expect: null,
  },
];
