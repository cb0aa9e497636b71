import { getDomain } from 'tldts';
import { HOSTS, near, STAGE_HOSTS } from './hosts';
import { datedLine, hostileLine, ordinaryLine } from './lines';
import type { Chance } from './random';

type Act = 'nav' | 'link' | 'form-get' | 'form-post' | 'img' | 'fetch' | 'fetch-post' | 'iframe' | 'frame-link' | 'script';

/** How a request (or a script's access) comes about. URLs are without ports; the stage adds its own. */
export interface ScenarioScene {
  readonly act: Act;
  /** Origins of the documents from the top down to the one that acts; empty when the browser itself navigates. */
  readonly documents: readonly string[];
  /** `frame-link`: origin of the frame that navigates itself. */
  readonly frame: string | null;
  readonly redirects: readonly string[];
  readonly status: 302 | 307;
  readonly target: string;
}

export type ScenarioStep =
  | { readonly op: 'set'; readonly scene: ScenarioScene; readonly lines: readonly string[] }
  | { readonly op: 'get'; readonly scene: ScenarioScene };

export interface Play {
  readonly id: string;
  readonly family: 'lines' | 'contexts' | 'script' | 'dates';
  readonly steps: readonly ScenarioStep[];
}

/** The play number `index` of a seed. */
export function play(chance: Chance, id: string): Play {
  if (chance.yes(0.03)) return { id, family: 'dates', steps: datesPlay(chance) };
  const family = chance.pick(['lines', 'lines', 'lines', 'contexts', 'contexts', 'contexts', 'script'] as const);
  switch (family) {
    case 'lines':
      return { id, family, steps: linesPlay(chance) };
    case 'contexts':
      return { id, family, steps: contextsPlay(chance) };
    case 'script':
      return { id, family, steps: scriptPlay(chance) };
    default:
      return family satisfies never;
  }
}

/** Many dates at once: they need no scene of their own. */
function datesPlay(chance: Chance): ScenarioStep[] {
  const lines = Array.from({ length: DATES }, (_, serial) => datedLine(chance, serial));
  return [{ op: 'set', scene: navigation(`https://${chance.pick(STAGE_HOSTS)}/`), lines }];
}

const DATES = 40;
const PATHS = ['/', '/x', '/x/', '/x/y', '/foo/', '/f%6Fo/bar', '/X/'];
const scheme = (chance: Chance): string => (chance.yes(0.65) ? 'https' : 'http');

function linesPlay(chance: Chance): ScenarioStep[] {
  const host = chance.pick(HOSTS);
  const url = (at: string) => `${scheme(chance)}://${at}${chance.pick(PATHS)}`;
  const steps: ScenarioStep[] = [];
  let serial = 0;
  for (let round = 1 + chance.below(2); round > 0; round--) {
    const at = round === 1 ? host : near(chance, host);
    const lines = Array.from({ length: 1 + chance.below(4) }, () => {
      const setting = { host: at, serial: serial++, script: false };
      return chance.yes(0.5) ? ordinaryLine(chance, setting) : hostileLine(chance, setting);
    });
    steps.push({ op: 'set', scene: navigation(url(at)), lines });
  }
  for (let gets = 1 + chance.below(2); gets > 0; gets--) steps.push({ op: 'get', scene: navigation(url(near(chance, host))) });
  return steps;
}

/** Cookies set at home, then a request with a context; or a response that sets in that context, then a visit home. */
function contextsPlay(chance: Chance): ScenarioStep[] {
  const host = chance.pick(STAGE_HOSTS);
  let serial = 0;
  const lines = () => Array.from({ length: 2 + chance.below(4) }, () => contextLine(chance, host, serial++));
  const home = () => navigation(`${scheme(chance)}://${host}/x/`);
  const steps: ScenarioStep[] = [];
  if (chance.yes(0.75)) steps.push({ op: 'set', scene: home(), lines: lines() });
  if (chance.yes(0.5)) steps.push({ op: 'set', scene: sceneTo(chance, host), lines: lines() });
  for (let gets = 1 + chance.below(2); gets > 0; gets--) steps.push({ op: 'get', scene: sceneTo(chance, host) });
  if (chance.yes(0.3)) steps.push({ op: 'get', scene: home() });
  return steps;
}

function scriptPlay(chance: Chance): ScenarioStep[] {
  const host = chance.pick(HOSTS);
  let serial = 0;
  const setting = (script: boolean) => ({ host, serial: serial++, script });
  const own = chance.yes(0.8) ? scheme(chance) : 'https';
  const steps: ScenarioStep[] = [];
  if (chance.yes(0.5)) {
    const lines = Array.from({ length: 1 + chance.below(3) }, () => ordinaryLine(chance, setting(false)));
    steps.push({ op: 'set', scene: navigation(`${own}://${host}/x/`), lines });
  }
  const framed = chance.yes(0.3);
  const above = `https://${chance.pick(STAGE_HOSTS)}`;
  const script = (): ScenarioScene => ({
    act: 'script',
    documents: framed ? [above] : [],
    frame: null,
    redirects: [],
    status: 302,
    target: `${framed ? 'https' : own}://${host}${chance.pick(PATHS)}`,
  });
  for (let sets = 1 + chance.below(3); sets > 0; sets--) {
    const line = chance.yes(0.6) ? ordinaryLine(chance, setting(true)) : hostileLine(chance, setting(true));
    steps.push({ op: 'set', scene: script(), lines: [wellFormed(line)] });
  }
  steps.push({ op: 'get', scene: script() });
  steps.push({ op: 'get', scene: navigation(`${own}://${host}${chance.pick(PATHS)}`) });
  return steps;
}

/** What a script writes is text: octets that are not UTF-8 cannot come from it. */
const wellFormed = (line: string): string => Buffer.from(Buffer.from(line, 'latin1').toString('utf8'), 'utf8').toString('latin1');

function contextLine(chance: Chance, host: string, serial: number): string {
  if (chance.yes(0.12)) return ordinaryLine(chance, { host, serial, script: false });
  const sameSite = chance.pick(['', '; SameSite=Strict', '; SameSite=Lax', '; SameSite=None', '; SameSite=None']);
  const secure = sameSite.endsWith('None') ? !chance.yes(0.1) : chance.yes(0.5);
  const rest = [secure ? '; Secure' : '', chance.yes(0.3) ? '; Partitioned' : '', chance.yes(0.2) ? '; HttpOnly' : ''].join('');
  const wide = chance.yes(0.15) ? `; Domain=${host}` : '';
  const name = chance.yes(0.08) && secure && wide === '' ? '__Host-p' : chance.pick(['s', 'l', 'd', 'n', 'm']);
  return `${name}=k${serial}${chance.yes(0.7) || name.startsWith('__') ? '; Path=/' : ''}${sameSite}${rest}${wide}`;
}

const navigation = (target: string): ScenarioScene => ({
  act: 'nav',
  documents: [],
  frame: null,
  redirects: [],
  status: 302,
  target,
});

function sceneTo(chance: Chance, host: string): ScenarioScene {
  const act = chance.pick([
    'nav',
    'link',
    'form-get',
    'form-post',
    'img',
    'fetch',
    'fetch-post',
    'iframe',
    'iframe',
    'frame-link',
  ] as const);
  const top = act === 'nav' || act === 'link' || act.startsWith('form');
  const depth = act === 'nav' ? 0 : top ? 1 : 1 + chance.below(3);
  const documents: string[] = [];
  // A page over https may not embed one over http: once secure, everything below is.
  let secure = chance.yes(0.75);
  for (let i = 0; i < depth; i++) {
    secure ||= chance.yes(0.3);
    documents.push(`${secure ? 'https' : 'http'}://${chance.pick(chance.yes(0.4) ? [host] : STAGE_HOSTS)}`);
  }
  const frame = act === 'frame-link' ? `${secure ? 'https' : scheme(chance)}://${chance.pick(STAGE_HOSTS)}` : null;
  const free = act === 'nav' || act === 'link' || !(secure || frame?.startsWith('https:'));
  const down = () => (free ? scheme(chance) : 'https');
  const hops = chance.yes(0.3) ? 1 + chance.below(2) : 0;
  const redirects = Array.from({ length: hops }, () => `${down()}://${chance.pick(chance.yes(0.4) ? [host] : STAGE_HOSTS)}/r/`);
  const target = `${down()}://${host}${chance.pick(['/x/', '/x/', '/x/y', '/'])}`;
  return { act, documents, frame, redirects, status: chance.pick([302, 307]), target };
}

/** The circumstances as the contract of the recorded format has them; from the scene alone, without the engine. */
export function contextOf(scene: ScenarioScene): Record<string, unknown> {
  const origin = new URL(scene.target).origin;
  const partitionKey = (top: string, others: readonly string[]) => ({
    topLevelSite: siteOf(top),
    crossSiteAncestor: others.some((each) => siteOf(each) !== siteOf(top)),
  });
  if (scene.act === 'script') {
    const top = scene.documents[0] ?? origin;
    const all = [...scene.documents, origin];
    return {
      type: 'script',
      siteForCookies: all.every((each) => siteOf(each) === siteOf(top)) ? top : null,
      ancestors: scene.documents,
      partitionKey: partitionKey(top, all),
      kind: scene.act,
    };
  }
  const mainFrame = ['nav', 'link', 'form-get', 'form-post'].includes(scene.act);
  const top = mainFrame ? origin : (scene.documents[0] ?? origin);
  return {
    type: mainFrame
      ? 'main-frame-navigation'
      : ['iframe', 'frame-link'].includes(scene.act)
        ? 'subframe-navigation'
        : 'subresource',
    method: methodAtTarget(scene),
    initiator: scene.act === 'nav' ? null : (scene.frame ?? scene.documents.at(-1) ?? null),
    siteForCookies: mainFrame || scene.documents.every((each) => siteOf(each) === siteOf(top)) ? top : null,
    redirectChain: scene.redirects,
    ancestors: mainFrame ? [] : scene.documents,
    partitionKey: partitionKey(top, mainFrame ? [] : [...scene.documents, origin]),
    kind: scene.act,
  };
}

/** A 302 turns POST into GET, a 307 keeps it. */
function methodAtTarget(scene: ScenarioScene): 'GET' | 'POST' {
  const posts = scene.act === 'form-post' || scene.act === 'fetch-post';
  return posts && (scene.redirects.length === 0 || scene.status === 307) ? 'POST' : 'GET';
}

function siteOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  const dot = hostname.endsWith('.') ? '.' : '';
  const domain = getDomain(hostname, { allowPrivateDomains: true });
  return `${protocol}//${domain === null ? hostname : domain + dot}`;
}
