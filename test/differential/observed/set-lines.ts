import type { Chance } from '../random';
import type { SetLinePlan } from './walk';

/** Makes the lines of a walk. Most values are given once, so that a value tells who gave it. */
export interface LineSource {
  /** A new action begins. @param distinct none of its names is touched twice, so that the jar before and after tells all */
  begin(distinct: boolean): void;
  /** From here on names of the action may be touched again: things happen at once. */
  loosen(): void;
  /** The action clears the jar. */
  clears(): void;
  /** A Set-Cookie line of a response of this host. */
  sent(host: string): SetLinePlan;
  /** What a script writes by `document.cookie`. */
  written(host: string): SetLinePlan;
  /** What a script does by `cookieStore`. */
  stored(host: string, deletes: boolean): SetLinePlan;
  /** What the user does to the jar. */
  edit(host: string): SetLinePlan;
  /** What a script sets of a page's host, more than a browser keeps of a site. */
  flood(): readonly SetLinePlan[];
}

/** Chromium keeps 180 cookies of a site, and throws out 30 when it has more; Firefox keeps 180 of a site and partition. */
const FLOOD = 190;

const FLOOD_NAME = 'fl';

/** Whether a cookie only fills the jar. */
export const isFloodName = (name: string): boolean => /^fl\d+$/.test(name);

const NAMES = ['sid', 'theme', 'csrf', 'cart', 'lang', 'seen', 'ab', 'tok', 'pref', 'roll', 'uid', 'tz', 'n1', 'n2', 'n3', 'n4'];

export function lineSource(chance: Chance, seed: number): LineSource {
  let serial = 0;
  let isDistinct = true;
  const touched = new Set<string>();
  /** What was given before, by host and name: to be given again, or ended. */
  const before = new Map<string, SetLinePlan[]>();
  const keep = (host: string, line: SetLinePlan): SetLinePlan => {
    const key = `${host} ${line.name}`;
    if (line.life === 'lasting') before.set(key, [...(before.get(key) ?? []), line]);
    touched.add(line.name);
    return line;
  };
  const name = (): string => {
    const free = NAMES.filter((each) => !touched.has(each));
    return chance.pick(isDistinct && free.length > 0 ? free : NAMES);
  };
  const value = (): string => {
    const short = `k${seed}.${++serial}`;
    return chance.yes(0.5) ? short : `${short}.0123456789abcdef`;
  };
  const earlier = (host: string, of: string): SetLinePlan | null => {
    const given = before.get(`${host} ${of}`);
    return given === undefined ? null : chance.pick(given);
  };
  return {
    begin(distinct) {
      isDistinct = distinct;
      touched.clear();
    },
    loosen() {
      isDistinct = false;
    },
    clears() {
      isDistinct = false;
    },
    sent(host) {
      const of = name();
      const old = earlier(host, of);
      if (old !== null && chance.yes(0.2)) return keep(host, old);
      if (chance.yes(old === null ? 0.06 : 0.25)) return keep(host, ended(chance, host, of, old));
      return keep(host, given(chance, host, of, value()));
    },
    written(host) {
      const of = name();
      const old = earlier(host, of);
      if (old !== null && chance.yes(0.2) && !/httponly/i.test(old.text)) return keep(host, old);
      if (chance.yes(old === null ? 0.1 : 0.3)) return keep(host, ended(chance, host, of, old));
      const path = chance.yes(0.7) ? '; Path=/' : '';
      const sameSite = chance.pick(['', '', '; SameSite=Lax', '; SameSite=Strict', '; SameSite=None; Secure']);
      const text = value();
      return keep(host, { text: `${of}=${text}${path}${sameSite}`, name: of, value: text, life: 'lasting' });
    },
    stored(host, deletes) {
      const of = name();
      if (deletes) return keep(host, { text: of, name: of, value: '', life: 'deletes' });
      const text = value();
      return keep(host, { text: `${of}=${text}`, name: of, value: text, life: 'lasting' });
    },
    flood() {
      isDistinct = false;
      return Array.from({ length: FLOOD }, (_, n) => {
        const name = `${FLOOD_NAME}${n}`;
        const text = value();
        return { text: `${name}=${text}; Path=/`, name, value: text, life: 'lasting' };
      });
    },
    edit(host) {
      const of = name();
      const deletes = chance.yes(0.3);
      const text = deletes ? '' : value();
      return keep(host, { text: `${of}=${text}`, name: of, value: text, life: deletes ? 'deletes' : 'lasting' });
    },
  };
}

function given(chance: Chance, host: string, name: string, value: string): SetLinePlan {
  const prefixed = chance.yes(0.06);
  const full = prefixed ? `__Host-${name}` : name;
  const pair = `${full}=${value}`;
  if (prefixed)
    return {
      text: `${pair}; Path=/; Secure${chance.yes(0.5) ? '; SameSite=None; Partitioned' : ''}`,
      name: full,
      value,
      life: 'lasting',
    };
  const brief = chance.yes(0.04);
  const dead = !brief && chance.yes(0.04);
  const sameSite = chance.pick(['', '', '; SameSite=Lax', '; SameSite=Strict', '; SameSite=None', '; SameSite=None']);
  const secure = sameSite.endsWith('None') ? !chance.yes(0.1) : chance.yes(0.4);
  const attributes = [
    place(chance, host),
    sameSite,
    secure ? '; Secure' : '',
    secure && chance.yes(0.2) ? '; Partitioned' : '',
    chance.yes(0.35) ? '; HttpOnly' : '',
    brief
      ? '; Max-Age=1'
      : dead
        ? `; Expires=${new Date(Date.UTC(2026, 5, 1)).toUTCString()}`
        : chance.yes(0.3)
          ? '; Max-Age=3600'
          : '',
  ];
  return { text: pair + attributes.join(''), name, value, life: brief ? 'brief' : dead ? 'dead' : 'lasting' };
}

/** Path and Domain. */
function place(chance: Chance, host: string): string {
  const path = chance.pick(['; Path=/', '; Path=/', '; Path=/', '', '; Path=/q', '; Path=/other']);
  const parent = host.split('.').slice(1).join('.');
  const domain = chance.pick(['', '', '', '', `; Domain=${host}`, parent.includes('.') ? `; Domain=${parent}` : '']);
  return path + domain;
}

/** A line that ends a cookie: as it was given, or not quite. */
function ended(chance: Chance, host: string, name: string, old: SetLinePlan | null): SetLinePlan {
  const life = chance.pick(['; Max-Age=0', '; Max-Age=-1', '; Expires=Thu, 01 Jan 1970 00:00:00 GMT']);
  const full = old?.name ?? name;
  const attributes =
    old !== null && chance.yes(0.7)
      ? old.text
          .split(';')
          .slice(1)
          .filter((each) => !/max-age|expires/i.test(each))
          .map((each) => `;${each}`)
          .join('')
      : place(chance, host);
  return { text: `${full}=${chance.pick(['', '', 'deleted'])}${attributes}${life}`, name: full, value: '', life: 'deletes' };
}
