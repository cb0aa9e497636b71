import { isLocalhost, isLoopback } from '../../engine/site/host';
import { siteDomain } from '../../engine/site/registrable';
import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { rfc } from '../../rules/engine/link';
import { hostText, requestText } from '../../rules/engine/request-words';
import { type Sentence, s } from '../../rules/engine/sentence';
import { addressOf, saysSignOut } from '../../session/requests/address';
import { brief, causeSentence } from '../engine/cause-words';
import { defineKind, type FailureCase, type Found, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import type { Join } from '../engine/incident';
import { cannotTellJoin, observedJoin } from '../engine/joins';
import { neverSetAtStart } from '../engine/never-set-at-start';
import { overwrittenWords } from '../engine/overwritten-start';
import { remedyFor } from '../engine/remedy';
import { bringsAnswer, isReturn, providerOf } from '../scene/returning';
import type { Cause, Suspect } from '../scene/suspect';
import { isOfStart } from '../scene/transaction-start';
import { leftElsewhere, putBack, replacedBySecond, writtenElsewhere } from '../scene/transaction-suspects';

const CAUSES: ReadonlySet<Cause> = new Set<Cause>([
  'withheld',
  'rejected',
  'expired',
  'deleted',
  'other-host',
  'other-partition',
  'evicted',
]);

export const federatedSignIn = defineKind({
  id: 'federated-sign-in',
  name: 'Sign-in through another site fails',
  why: s`Before it sends the browser to the other site, an application sets a cookie that tells its own sign-ins from forged ones (${'state'}, ${'nonce'}, a code verifier). The answer comes from another site: where the cookie does not come with it, the application must refuse.`,
  links: [rfc('5.6.7.1'), { label: 'RFC 6749 §10.12', url: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-10.12' }],
  applies: ({ failure, scene }) =>
    isReturn(failure.exchange, scene) && scene.returnOf(failure.exchange)?.outcome.kind !== 'refused-by-provider',
  check: (one) => {
    const second = replacedBySecond(one) ?? putBack(one);
    if (second !== null) return [foundFor(second, one)];
    const away = leftElsewhere(one) ?? writtenElsewhere(one);
    if (away !== null) return [foundFor(away, one)];
    const own = one.suspects.filter(
      (suspect) => CAUSES.has(suspect.cause) && !isCsrfToken(suspect) && !isOlder(suspect, one) && !isSpent(suspect, one),
    );
    const transaction = own.filter(({ role }) => role.role === 'sign-in-transaction');
    const begun = own.filter(
      ({ source }) => source !== null && isOfStart(source.exchange, one.scene.returnOf(one.failure.exchange)),
    );
    const ofThis = transaction.filter((suspect) => begun.includes(suspect));
    const [first] = [ofThis, transaction, begun, own].find((each) => each.length > 0) ?? [];
    return first === undefined ? neverSetAtStart(one) : [foundFor(first, one)];
  },
});

/** Whether the answer, having come with it, deleted it: what its own redirects lead to needs it no more. */
const isSpent = ({ cause, lostAt }: Suspect, { failure: { exchange } }: FailureCase): boolean =>
  cause === 'deleted' && lostAt?.kind === 'line' && lostAt.exchange.request === exchange.request;

/** Of a token against forgery, not of a name that only sounds like one: a nonce belongs to sign-ins too. */
const isCsrfToken = ({ role: { role, confidence } }: Suspect): boolean => role === 'csrf-token' && confidence !== 'low';

/** Whether it is a session from before, and the other site brings no answer to a sign-in: a payment, say, or an account that is linked. */
const isOlder = ({ role, source }: Suspect, { failure: { exchange }, scene }: FailureCase): boolean =>
  role.role !== 'sign-in-transaction' &&
  source !== null &&
  source.exchange.request !== exchange.request &&
  scene.attemptOf(source.exchange)?.step === 'password' &&
  scene.returnOf(exchange) === null &&
  !bringsAnswer(exchange);

function foundFor(suspect: Suspect, one: FailureCase): Found {
  const { failure, scene } = one;
  const { exchange } = failure;
  const provider = providerOf(exchange, scene);
  const through: Sentence = provider === null ? s`through another site` : s`through ${provider}`;
  const isSilent = scene.returnOf(exchange)?.isSilent === true;
  const what = s`${[saysSignOutOf(exchange) ? 'Sign-out' : isSilent ? 'Renewal of the sign-in' : 'Sign-in']} ${through}`;
  return ofSuspect(suspect, one, {
    title: s`${what} fails`,
    heading: s`${what} fails: ${suspect.name} does not come with ${requestText(exchange)}`,
    brief: brief(suspect),
    why: causeSentence(suspect, failure),
    more: [...comparison(suspect, one), cannotTellJoin(s`How ${failure.host} compares the two is not visible in the traffic.`)],
    rivals: suspect.role.role === 'sign-in-transaction' ? [] : others(suspect, one),
    ...overwrittenWords(suspect, what, one),
    ...(isElsewhere(suspect, one) ? { remedy: () => remedyFor(sameHost(suspect, one), suspect, scene) } : {}),
  });
}

function saysSignOutOf({ url }: Exchange): boolean {
  const address = addressOf(url);
  return address !== null && saysSignOut(address);
}

/** Whether the sign-in began at a host with which this one can share no cookie. */
const isElsewhere = (suspect: Suspect, { failure: { host, site } }: FailureCase): boolean => {
  const began = beganAt(suspect);
  return suspect.cause === 'other-host' && !(isThisMachine(host) && isThisMachine(began)) && siteDomain(began) !== site;
};

/** The host that set it, or that it is for where a script wrote it. */
const beganAt = ({ source, key }: Suspect): string =>
  source === null ? (key?.split('\t')[1]?.replace(/^\./, '') ?? '') : hostText(source.exchange.url);

const isThisMachine = (host: string): boolean => isLocalhost(host) || isLoopback(host);

const sameHost = (suspect: Suspect, { failure: { host } }: FailureCase) => {
  const began = beganAt(suspect);
  return byAction(
    null,
    s`Begin the sign-in at ${host}, or register an address of ${began} for the answer and send it as ${'redirect_uri'}: ${began} and ${host} are two sites, and no cookie goes to both.`,
  );
};

const others = ({ name }: Suspect, { suspects }: FailureCase): readonly Sentence[] =>
  suspects.filter((each) => each.name !== name && each.role.role !== 'unknown').map((each) => s`${each.name}, ${brief(each)}`);

/** That the cookie holds what came back in the address, which shows that it was needed. */
function comparison({ name }: Suspect, { failure, scene }: FailureCase): readonly Join[] {
  const transaction = scene.returnOf(failure.exchange);
  const held = transaction?.cookies.find(({ life }) => life.name === name)?.holds ?? null;
  return held === null
    ? []
    : [
        observedJoin(
          s`${name} holds the ${[held === 'pkce' ? 'code verifier' : held.replace('-', ' ')]} of this sign-in, so that it was needed.`,
        ),
      ];
}

const STATE = 'xk3fq9almn0pr7tvw2yb';
const leave = (more = ''): string =>
  `https://idp.example/authorize?client_id=shop&response_type=code&state=${STATE}&redirect_uri=https%3A%2F%2Fshop.example%2Fcallback${more}`;
const START = { ask: 'GET https://shop.example/login', status: 302, answers: { location: leave() } } as const;
const toProvider = (more = '') => ({ ask: `GET ${leave(more)}`, isRedirect: true }) as const;

export const examples = (): IncidentExamples => [
  {
    title: 'form_post, and the state is Lax',
    steps: [
      { ...START, sets: [`oidc_state=${STATE}; Path=/; Secure; HttpOnly; SameSite=Lax`] },
      toProvider('&response_mode=form_post'),
      {
        ask: 'POST https://shop.example/callback',
        from: 'https://idp.example',
        fields: { code: 'c0de', state: STATE },
        status: 303,
        answers: { location: '/sign-in?error=state_mismatch' },
      },
    ],
    expect: { cookie: 'oidc_state', cause: 'withheld' },
  },
  {
    title: 'Strict is withheld from the link back',
    steps: [
      { ...START, sets: [`oidc_state=${STATE}; Path=/; Secure; HttpOnly; SameSite=Strict`] },
      toProvider(),
      { ask: `GET https://shop.example/callback?code=c0de&state=${STATE}`, from: 'https://idp.example', status: 400 },
    ],
    expect: { cookie: 'oidc_state', cause: 'withheld' },
  },
  {
    title: 'the sign-in begins at www and comes back without it',
    steps: [
      {
        ask: 'GET https://www.shop.example/login',
        status: 302,
        sets: [`oidc_state=${STATE}; Path=/; Secure; HttpOnly`],
        answers: { location: leave() },
      },
      toProvider(),
      { ask: `GET https://shop.example/callback?code=c0de&state=${STATE}`, from: 'https://idp.example', status: 400 },
    ],
    expect: { cookie: 'oidc_state', cause: 'other-host' },
  },
  {
    title: 'a second tab begins a sign-in of its own',
    steps: [
      { ...START, sets: [`oidc_state=${STATE}; Path=/; Secure; HttpOnly; SameSite=Lax`] },
      toProvider(),
      {
        ask: 'GET https://shop.example/login',
        status: 302,
        answers: { location: leave().replace(STATE, 'an0therstate2w0rds9') },
        sets: ['oidc_state=an0therstate2w0rds9; Path=/; Secure; HttpOnly; SameSite=Lax'],
      },
      { ask: `GET ${leave().replace(STATE, 'an0therstate2w0rds9')}`, isRedirect: true },
      { ask: `GET https://shop.example/callback?code=c0de&state=${STATE}`, from: 'https://idp.example', status: 403 },
    ],
    expect: { cookie: 'oidc_state', cause: 'overwritten' },
  },
  {
    title: 'the other site refuses: the user said no',
    steps: [
      { ...START, sets: [`oidc_state=${STATE}; Path=/; Secure; HttpOnly; SameSite=Strict`] },
      toProvider(),
      {
        ask: `GET https://shop.example/callback?error=access_denied&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/login?error=access_denied' },
      },
    ],
    expect: null,
  },
  {
    title: 'the state comes back and the sign-in succeeds',
    steps: [
      { ...START, sets: [`oidc_state=${STATE}; Path=/; Secure; HttpOnly; SameSite=Lax`] },
      toProvider(),
      {
        ask: `GET https://shop.example/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        sets: [
          'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly; SameSite=Lax',
          'oidc_state=; Path=/; Max-Age=0; Secure',
        ],
        answers: { location: '/account' },
      },
      { ask: 'GET https://shop.example/account', from: 'https://idp.example', isRedirect: true },
    ],
    expect: null,
  },
];
