import type { Sessions } from '../../src/analysis/session/sessions';
import type { SignIn } from '../../src/analysis/session/sign-in/session-kinds';
import { sessionsIn } from './recorded-story';

/** The applications, in the order of docs/stories.md. */
export const RECORDED = [
  'django',
  'mediawiki',
  'wordpress',
  'tomcat',
  'dokuwiki',
  'phpmyadmin',
  'authjs',
  'node-red',
  'flask-login',
  'passport',
  'better-auth',
  'roundcube',
  'redmine',
  'znc',
  'adminer',
] as const;

/** Applications that sign in through an identity provider. */
export const THROUGH_PROVIDER = ['oidc-authjs', 'oidc-express', 'oidc-fastify', 'oidc-passport', 'simplesamlphp'] as const;

/** What is stated of the first sign-in through the provider, as a row of the second table in docs/stories.md. */
export function federatedStatementsOf(app: string): readonly string[] {
  const { transactions, sites } = sessionsIn(app);
  const [transaction] = transactions;
  const signIn = transaction?.signIn;
  if (transaction === undefined || signIn == null) throw new Error(`${app}: nobody signs in through the provider`);
  const own = sites.find(({ signIns }) => signIns.includes(signIn));
  const out = own?.signIns.map(({ end }) => end).findLast((end) => end?.kind === 'sign-out');
  const { protocol, leave, cookies, comparisons, outcome } = transaction;
  return [
    app,
    `${protocol}, ${leave?.asked.responseType ?? '–'}${leave?.asked.challengeMethod === 'S256' ? ', S256' : ''}`,
    cookies.map(({ life, holds }) => `${life.name}${holds === null ? '' : ` holds ${holds}`}`).join(', ') || '–',
    comparisons.map(({ what, equal }) => `${what} ${equal === null ? 'not seen' : equal ? 'equal' : 'differs'}`).join(', ') ||
      '–',
    outcome.kind,
    namesOf(signIn),
    `${signIn.carriedBy}, ${signIn.id}`,
    out?.kind === 'sign-out' ? out.by : '–',
  ];
}

/** What is stated of an application, as a row of the table in docs/stories.md. */
export function statementsOf(app: string): readonly string[] {
  const { sites } = sessionsIn(app);
  const [site] = sites;
  const signIn = site?.signIns.find(({ attempts }) => attempts.length > 0);
  if (site === undefined || signIn === undefined) throw new Error(`${app}: nobody signs in`);
  const out = site.signIns.map(({ end }) => end).findLast((end) => end?.kind === 'sign-out');
  return [
    app,
    namesOf(signIn),
    signIn.carriedBy,
    signIn.id,
    out?.kind === 'sign-out' ? `${out.by}${out.reuse === null ? '' : `, old id ${out.reuse.answered}`}` : '–',
    guardOf(site),
  ];
}

const namesOf = ({ carriers }: SignIn): string => [...new Set(carriers.map(({ life }) => life.name))].join(' + ') || '–';

function guardOf({ csrf }: Sessions['sites'][number]): string {
  const [guard] = csrf.guards;
  if (guard === undefined) return 'none';
  const renewal = csrf.renewal === null ? '' : csrf.renewal.isRenewed ? ', renewed' : ', kept';
  return `${guard.kind} ${guard.name}, ${csrf.stateChanging.length - csrf.unguarded.length} of ${csrf.stateChanging.length}${renewal}`;
}
