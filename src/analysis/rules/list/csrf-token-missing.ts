import { REFUSALS_OF_FORGERY } from '../../session/csrf/refusals';
import { sentWith } from '../../session/requests/value-changes';
import type { Visit } from '../../session/requests/visit';
import { cannotTell, defineRule, fail, observed, pass, predicted, unknown } from '../engine/define';
import type { Examples } from '../engine/example';
import { signingIn } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, wstg } from '../engine/link';
import { counted, listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';
import type { SessionSubject } from '../subject/subject';

const SID = 'sid=9b02c7715e8fd1a060aa4f18c3d92b7e';
const SIGNED_IN = signingIn('sid=31d4d96e407aad42f3c1b7a09e5d8c26', SID);

export const csrfTokenMissing = defineRule({
  id: 'csrf-token-missing',
  scope: 'session',
  severity: always('error'),
  harm: 'request-forged',
  points: { error: 25, warning: 8, note: 3 },
  column: null,
  ofSite: true,
  title: 'Send a CSRF token with requests that change something',
  why: s`Another site can make the browser post to yours, and the session cookie is sent with it. A CSRF token that only your own pages know tells such requests from yours. ${'SameSite=Lax'} stops most of it, not all: old browsers, subdomains, and in Chrome the first two minutes of a cookie without ${'SameSite'}.`,
  links: [
    asvs('3.5.1'),
    wstg('05'),
    { label: 'MDN: CSRF', url: 'https://developer.mozilla.org/en-US/docs/Web/Security/Attacks/CSRF' },
    cwe(352),
  ],
  applies: ({ signIn }) =>
    signIn.carriers.length > 0 && signIn.carriedBy !== 'bearer-header' && signIn.carriedBy !== 'http-authentication',
  check: (session) => {
    const during = visitsOf(session);
    const changing = session.csrf.stateChanging.filter((visit) => during.has(visit));
    if (changing.length === 0) return unknown(s`a request that changes something: none was recorded while signed in`);
    const { mayBeGuarded } = session.csrf;
    const without = session.csrf.unguarded.filter(
      (visit) => during.has(visit) && !isPreflighted(visit) && !isRefused(visit) && !isStrict(visit, session),
    );
    if (without.length === 0 || sameSiteOf(session) === 'strict') return pass;
    const unguarded = without.filter((visit) => !mayBeGuarded.has(visit));
    const open = new Set(without.flatMap((visit) => mayBeGuarded.get(visit) ?? []));
    if (unguarded.length === 0) return unknown(s`whether ${listOf([...open])}, sent with every form, is a token`);
    return fail({ unguarded, of: changing.length, sameSite: sameSiteOf(session) });
  },
  mitigated: ({ signIn }, { sameSite, unguarded }) =>
    sameSite === 'lax' || unguarded.every((visit) => signIn.end?.kind === 'sign-out' && signIn.end.visit === visit),
  heading: (_, { unguarded }) => s`Send a CSRF token with ${listOf(pathsOf(unguarded))}`,
  statements: (_, { unguarded, of, sameSite }) => [
    observed(
      s`${[counted(unguarded.length, 'request')]} of ${of} that can change something were sent with the session and without anything that another site could not send.`,
      unguarded.slice(0, 5).map(({ exchange }) => ({ row: exchange.id, line: null })),
    ),
    ...(sameSite === 'lax'
      ? [
          observed(s`The session has ${'SameSite=Lax'}.`),
          predicted(s`Browsers that know it do not send it with another site’s POST.`),
        ]
      : [observed(s`The session has no ${'SameSite'} that would withhold it.`)]),
    cannotTell(s`Whether the server compares ${'Origin'} or ${'Sec-Fetch-Site'} instead; then there is nothing to do.`),
  ],
  fix: () =>
    byAction(
      'csrf-token',
      s`Put a CSRF token into every form and check it; or refuse requests whose ${'Sec-Fetch-Site'} is ${'cross-site'}. Also give the session ${'SameSite'}.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'a form without a token, a session for every site',
    steps: [
      ...SIGNED_IN.map((step) =>
        'sets' in step ? { ...step, sets: step.sets.map((set) => set.replace('SameSite=Lax', 'SameSite=None')) } : step,
      ),
      { ask: 'POST https://shop.example/address', from: 'https://shop.example', sends: SID, fields: { street: 'Elm Street' } },
    ],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'a form with a token',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'POST https://shop.example/address',
        from: 'https://shop.example',
        sends: SID,
        fields: { street: 'Elm Street', csrf_token: '9f2c71d0a4e85b36' },
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
  {
    title: 'JSON, which another site can only send after asking',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'POST https://shop.example/api/address',
        as: 'fetch',
        from: 'https://shop.example',
        sends: SID,
        headers: { 'content-type': 'application/json' },
        fields: { street: 'Elm Street' },
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
  {
    title: 'a form that the server refuses changes nothing',
    steps: [
      ...SIGNED_IN,
      {
        ask: 'POST https://shop.example/address',
        from: 'https://shop.example',
        sends: SID,
        fields: { street: 'Elm' },
        status: 403,
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
  { title: 'nothing was posted yet', steps: SIGNED_IN, roles: { sid: 'session-id' }, expect: 'unknown' },
];

/** Requests made while signed in; to sign out changes something too. */
function visitsOf({ signIn }: SessionSubject): ReadonlySet<Visit> {
  return new Set([...signIn.use, ...(signIn.end?.kind === 'sign-out' ? [signIn.end.visit] : [])]);
}

/** Whether a foreign page would have to ask first: another content type than a form can have. @see Fetch, CORS-safelisted */
function isPreflighted({ exchange }: Visit): boolean {
  const { method, headers } = exchange.sent;
  if (method !== 'POST') return true;
  const type = headers.find(({ name }) => name === 'content-type')?.value;
  return type !== undefined && !/^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i.test(type);
}

/** Whether the server refused it: nothing was changed, and a token may be what it asked for. */
const isRefused = ({ exchange: { status } }: Visit): boolean => REFUSALS_OF_FORGERY.has(status);

/** Whether no carrier of the session went along but such as no other site’s request brings. */
function isStrict(visit: Visit, session: SessionSubject): boolean {
  const carried = session.signIn.carriers.filter(({ life }) => sentWith(life, visit) !== null);
  return carried.length > 0 && sameSiteOf(session, carried) === 'strict';
}

/** The weakest SameSite of what carries the session. */
function sameSiteOf({ signIn, cookieOf }: SessionSubject, carriers = signIn.carriers): 'strict' | 'lax' | 'none' {
  const all = carriers.map(({ life }) => cookieOf(life.key)?.last?.sameSite ?? 'absent');
  if (all.some((sameSite) => sameSite === 'none' || sameSite === 'absent')) return 'none';
  return all.includes('lax') ? 'lax' : 'strict';
}

const pathsOf = (visits: readonly Visit[]): readonly string[] => [...new Set(visits.map(({ address }) => address.path))];
