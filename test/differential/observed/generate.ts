import type { Chance } from '../random';
import { type LineSource, lineSource } from './set-lines';
import type { Action, Chain, Deed, Hop, Page, Visit, Walk } from './walk';

/** Groups of hosts among which a walk goes: two sites with siblings each, and hosts of this machine. */
const GROUPS = [
  ['a.test', 'www.a.test', 'b.test', 'api.b.test'],
  ['foo.co.uk', 'www.foo.co.uk', 'bar.github.io', 'foo.github.io'],
  ['app.localhost', 'localhost', 'b.test', 'api.app.localhost'],
] as const;

const FOLDERS = ['/q/', '/q/', '/q/in/', '/'] as const;
const ACTIONS = 5;

interface Author {
  readonly chance: Chance;
  readonly hosts: readonly string[];
  readonly lines: LineSource;
  readonly next: () => string;
}

/** The walk of a seed. */
export function walkOf(chance: Chance, seed: number): Walk {
  let serial = 0;
  const hosts = chance.pick(GROUPS);
  const author: Author = { chance, hosts, lines: lineSource(chance, seed), next: () => `${seed}-${++serial}` };
  const actions = Array.from({ length: ACTIONS + chance.below(3) }, () => action(author));
  return { seed, actions };
}

function action(author: Author): Action {
  const { chance, hosts, lines, next } = author;
  lines.begin(chance.yes(0.6));
  if (chance.yes(0.12)) {
    const host = chance.pick(hosts);
    return { do: 'edit', edit: { id: next(), host, line: lines.edit(host) } };
  }
  if (chance.yes(0.12)) return { do: 'other-tab', visit: visit(author, true) };
  const own = visit(author, false);
  return { do: 'visit', visit: own, beside: chance.yes(0.2) ? visit(author, true) : null };
}

function visit(author: Author, otherTab: boolean): Visit {
  const { chance, hosts, lines } = author;
  const scheme = chance.yes(0.8) ? 'https' : 'http';
  const host = chance.pick(hosts);
  const how = otherTab ? 'address' : chance.pick(['address', 'address', 'link', 'post'] as const);
  const before = chance.yes(0.25) ? [hop(author, `${scheme}://${chance.pick(hosts)}`)] : [];
  const last = hop(author, `${scheme}://${host}`);
  const clears = scheme === 'https' && chance.yes(0.05);
  if (clears) lines.clears();
  const chain = [...before, { ...last, clears }] as unknown as Chain;
  const most = otherTab ? 2 : 7;
  return { how, chain, page: page(author, last.origin, { top: last.origin, depth: 0, most }) };
}

interface Place {
  readonly top: string;
  readonly depth: number;
  readonly most: number;
}

function page(author: Author, origin: string, place: Place): Page {
  const { chance, next, lines } = author;
  const parallel = chance.yes(0.4);
  if (parallel) lines.loosen();
  const deeds = Array.from({ length: chance.below(place.most + 1) }, () => deed(author, origin, place));
  if (place.depth === 0 && chance.yes(FLOODS)) deeds.push({ do: 'flood', id: next(), lines: lines.flood() });
  return { id: next(), deeds, parallel };
}

const DEEDS = [
  ...['fetch', 'fetch', 'fetch', 'fetch', 'xhr', 'image', 'image', 'script', 'style', 'worker'],
  ...['beacon', 'json-beacon', 'websocket', 'prefetch', 'speculation'],
  ...['frame', 'frame', 'write', 'write', 'store', 'store-delete', 'shared-worker', 'service-worker'],
] as const;

/** How often a page floods its site's jar, so that cookies of it are thrown out. */
const FLOODS = 0.02;

function deed(author: Author, origin: string, place: Place): Deed {
  const { chance, lines, next } = author;
  const host = new URL(origin).hostname;
  const secure = origin.startsWith('https:');
  const kind = chance.pick(DEEDS);
  switch (kind) {
    case 'write':
    case 'store':
    case 'store-delete': {
      const act = secure ? kind : 'write';
      return { do: act, id: next(), line: act === 'write' ? lines.written(host) : lines.stored(host, act === 'store-delete') };
    }
    case 'service-worker':
      // It is for secure pages, and its frame is one level more.
      return secure && place.depth < 2 ? serving(author, origin, place) : fetching(author, origin, 'fetch');
    case 'frame': {
      if (place.depth >= 2) return fetching(author, origin, 'fetch');
      const chain = chainFrom(author, origin);
      const inner = chain[chain.length - 1]?.origin ?? origin;
      const below = { top: place.top, depth: place.depth + 1, most: 3 };
      return { do: 'frame', chain, sandboxed: chance.yes(0.08), page: page(author, inner, below) };
    }
    case 'fetch':
    case 'xhr':
      return fetching(author, origin, kind);
    case 'worker':
    case 'shared-worker':
      return { do: kind, chain: [hop(author, origin)], ...following(author, origin) };
    case 'websocket':
      // Of a handshake no browser follows a redirect.
      return { do: kind, chain: [hop(author, elsewhere(author, origin))], follow: null };
    case 'script':
      return { do: 'script', chain: chainFrom(author, origin), follow: chance.yes(0.5) ? hop(author, origin) : null };
    default:
      return { do: kind, chain: chainFrom(author, origin), follow: null };
  }
}

const MODES = ['include', 'include', 'same-origin', 'omit'] as const;

/** What a worker fetches. */
const following = (author: Author, origin: string) => ({
  follow: hop(author, elsewhere(author, origin)),
  credentials: author.chance.pick(MODES),
});

function serving(author: Author, origin: string, place: Place): Deed {
  const below = { top: place.top, depth: place.depth + 1, most: 3 };
  const inScope = { do: 'frame', chain: [hop(author, origin)], sandboxed: false, page: page(author, origin, below) } as const;
  return { do: 'service-worker', chain: [hop(author, origin)], ...following(author, origin), frame: inScope };
}

function fetching(author: Author, origin: string, kind: 'fetch' | 'xhr'): Deed {
  const { chance } = author;
  const chain = chainFrom(author, origin);
  const method = chance.pick(['GET', 'GET', 'GET', 'POST', 'PUT'] as const);
  const isOwn = chain.every((each) => each.origin === origin);
  const mode =
    kind === 'xhr' || method === 'PUT'
      ? 'cors'
      : chance.pick(isOwn ? (['cors', 'same-origin'] as const) : (['cors', 'cors', 'no-cors'] as const));
  const credentials = kind === 'xhr' ? chance.pick(['include', 'same-origin'] as const) : chance.pick(MODES);
  return { do: kind, chain, method, mode, credentials };
}

/** One request, or up to four of which all but the last redirect. */
function chainFrom(author: Author, origin: string): Chain {
  const { chance } = author;
  const redirects = chance.yes(0.2) ? 1 + chance.below(3) : 0;
  const next = () => hop(author, elsewhere(author, origin));
  return [next(), ...Array.from({ length: redirects }, next)];
}

/** The page's own origin, or another one. A page over https asks for nothing over http. */
function elsewhere({ chance, hosts }: Author, origin: string): string {
  if (chance.yes(0.45)) return origin;
  const scheme = origin.startsWith('https:') || chance.yes(0.5) ? origin.split(':')[0] : 'https';
  return `${scheme}://${chance.pick(hosts)}`;
}

function hop({ chance, lines, next }: Author, origin: string): Hop {
  const count = chance.yes(0.55) ? 0 : 1 + chance.below(3);
  return {
    id: next(),
    origin,
    folder: chance.pick(FOLDERS),
    lines: Array.from({ length: count }, () => lines.sent(new URL(origin).hostname)),
    delay: chance.pick([0, 0, 0, 3, 12, 40]),
    clears: false,
  };
}
