import type { Fact, JarSnapshot } from '../../../src/analysis/facts/fact';
import type { JarEntry } from '../player';
import { judgeWalk } from './judge-walk';
import type { PlayedAction, PlayedWalk } from './play';
import type { Falsehood } from './statements';
import { changesOf } from './walk';

/**
 * The shortest part of a walk that ends with the action of a falsehood and still shows it, from the jar as it stood: tried on
 * what was recorded, without a browser.
 */
export function shortened(walk: PlayedWalk, wrong: Falsehood, browser: 'chromium' | 'firefox'): PlayedWalk {
  const last = walk.actions.findLastIndex(({ from }) => from <= wrong.at + 1);
  for (let first = last; first > 0; first--) {
    const part = partOf(walk, first);
    if (judgeWalk(part, browser).falsehoods.some((each) => isAlike(each, wrong))) return part;
  }
  return walk;
}

const isAlike = (a: Falsehood, b: Falsehood): boolean => a.what === b.what && a.said.split(':')[0] === b.said.split(':')[0];

function partOf(walk: PlayedWalk, first: number): PlayedWalk {
  const actions = walk.actions.slice(first);
  const from = actions[0]?.from ?? 0;
  const head = walk.facts.filter((fact) => fact.at < from && isFrame(fact));
  const snapshot = walk.facts.find((fact) => fact.kind === 'jar-snapshot');
  const jar = snapshot === undefined ? [] : [readJar(snapshot as JarSnapshot, actions[0]?.before ?? [], from)];
  return { ...walk, actions, facts: [...head, ...jar, ...walk.facts.filter(({ at }) => at >= from)] };
}

const isFrame = ({ kind }: Fact): boolean => kind === 'recorder-started' || kind === 'navigation-committed';

const readJar = (like: JarSnapshot, jar: readonly JarEntry[], at: number): JarSnapshot => ({
  ...like,
  at: (at - 1) as JarSnapshot['at'],
  partitions: 'all',
  cookies: jar.map(({ sameSite, partitionKey, session: _, ...cookie }) => ({
    ...(cookie as unknown as JarSnapshot['cookies'][number]),
    sameSite: sameSite === 'default' ? 'absent' : sameSite,
    partition: partitionKey,
  })),
});

/** A walk in lines to be read: what was done, what came in and what the jar held after. */
export const walkText = ({ actions }: PlayedWalk): string => actions.map(actionText).join('\n');

function actionText(played: PlayedAction): string {
  const { action, arrivals, after, acted, from } = played;
  const ms = (at: number) => `+${(at - from).toFixed(1)}`;
  const how =
    action.do === 'visit'
      ? `${action.do} by ${action.visit.how}, ${action.visit.page.parallel ? 'all at once' : 'in turn'}`
      : action.do;
  const requests = arrivals.map(
    ({ at, answered, method, host, id, cookie, lines }) =>
      [
        at,
        `    ${ms(at)} ${method} ${host} ${id} [${cookie ?? ''}]${lines.map((line) => ` <- ${line}`).join('')} ${ms(answered)}`,
      ] as const,
  );
  const scripts = changesOf(action).flatMap(({ maker, line }) => {
    const at = 'hop' in maker ? undefined : acted[maker.id];
    return at === undefined ? [] : [[at, `    ${ms(at)} ${maker.kind} ${line.text || line.name}`] as const];
  });
  const lines = [...requests, ...scripts].sort(([a], [b]) => a - b).map(([, text]) => text);
  const jar = after.map(
    ({ name, value, domain, path, partitionKey }) =>
      `${name}=${value}@${domain}${path}${partitionKey ? `^${partitionKey.topLevelSite}` : ''}`,
  );
  return [`  ${how} (${from.toFixed(0)})`, ...lines, `    jar: ${jar.join(' ')}`].join('\n');
}
