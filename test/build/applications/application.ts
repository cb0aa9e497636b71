import type { Role } from '../../../src/analysis/session/shared/role-kinds';
import type { SiteSession } from '../../../src/analysis/session/site-session';
import { scriptOf, sessionsIn } from '../sign-in-script';

/** What an application writes when somebody signs in to it, as its source and documentation say, and what is true of it. */
export interface Application {
  readonly app: string;
  /** Where the names, attributes and forms of values are from. */
  readonly source: string;
  /** See `aTrace`. */
  readonly traffic: string;
  readonly roles?: Readonly<Record<string, Role>>;
  /** The cookies that count after the first sign-in, in any order. */
  readonly by?: readonly string[];
  readonly id?: string;
  readonly end?: string | null;
  readonly attempts?: readonly string[];
  /** `kind where name`, the commonest first; null = nothing guards the requests. */
  readonly csrf?: string | null;
  readonly reuse?: string | null;
}

/** What is concluded of the traffic, of all that the application's row states. */
export function concluded(row: Application): Omit<Application, 'app' | 'source' | 'traffic'> {
  const { roles } = sessionsIn(row.traffic);
  const site = ownSite(row.traffic);
  const script = scriptOf(site);
  const signIn = script.signIns[0];
  const [guard] = site.csrf.guards ?? [];
  const all = {
    roles: Object.fromEntries(Object.keys(row.roles ?? {}).map((name) => [name, roleIn(roles, name)])),
    by: [...(signIn?.by ?? [])].sort(),
    id: signIn?.id,
    end: signIn?.end ?? null,
    attempts: script.attempts,
    csrf: guard === undefined ? null : `${guard.kind} ${guard.where} ${guard.name}`,
    reuse: signIn?.reuse ?? null,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in row));
}

/** The site that is told of, among those that the traffic goes to. */
export function ownSite(traffic: string): SiteSession {
  const site = sessionsIn(traffic).sites.find(({ site: own }) => own === 'app.example');
  if (site === undefined) throw new Error('the traffic does not go to app.example');
  return site;
}

/** What the row states, in the same form. */
export function stated({
  app: _,
  source: __,
  traffic: ___,
  ...rest
}: Application): Omit<Application, 'app' | 'source' | 'traffic'> {
  return rest.by === undefined ? rest : { ...rest, by: [...rest.by].sort() };
}

/** The same traffic with names that say nothing: what is still said must be true. */
export function unnamed(traffic: string): string {
  const names = [...new Set([...traffic.matchAll(/(?:\| |^\s*with )([^=\s|;]+)=/gm)].map(([, name]) => name ?? ''))];
  return names
    .sort((a, b) => b.length - a.length)
    .reduce(
      (text, name, place) =>
        text
          .replaceAll(`| ${name}=`, `| ck${'abcdefghijkl'[place]}=`)
          .replaceAll(new RegExp(`(with|without) ${escaped(name)}(?==|\\s|$)`, 'g'), `$1 ck${'abcdefghijkl'[place]}`),
      traffic,
    );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function roleIn(roles: ReturnType<typeof sessionsIn>['roles'], name: string): string {
  const found = [...roles].find(([key]) => key.startsWith(`${name}\t`));
  return found?.[1].role ?? 'no such cookie';
}
