/** Lines as sites send them: sessions, preferences, analytics, tokens. The same seed gives the same lines. */
export interface RealisticLine {
  readonly host: string;
  readonly line: string;
}

const NAMES = [
  'sid',
  'session',
  'JSESSIONID',
  'csrf-token',
  '_ga',
  '_gid',
  'theme',
  'lang',
  'consent',
  '__Host-id',
  '__Secure-token',
  'ab',
  'cart',
  'uid',
];
const HEX = '0123456789abcdef';
const COOKIES_A_HOST = 15;
const LINES_A_RESPONSE = 3;

type Chance = () => number;

/** A cookie that a host sets again and again, each time with another value. */
interface Template {
  readonly name: string;
  readonly attributes: string;
  readonly size: number;
}

/**
 * @param count how many; three after another are of one response
 * @param sites over how many registrable domains they are spread, each with two hosts of 15 cookies
 */
export function realisticLines(seed: number, count: number, sites: number): readonly RealisticLine[] {
  const chance = mulberry(seed);
  const upTo = (end: number): number => Math.floor(chance() * end);
  const hosts = Array.from({ length: sites * 2 }, (_, n) => {
    const site = `site${n >> 1}.example`;
    const templates = Array.from({ length: COOKIES_A_HOST }, (_, number) => template(chance, site, number));
    return { host: n % 2 === 0 ? site : `www.${site}`, templates };
  });
  return Array.from({ length: Math.ceil(count / LINES_A_RESPONSE) }, () => {
    const { host, templates } = hosts[upTo(hosts.length)] as (typeof hosts)[number];
    return Array.from({ length: LINES_A_RESPONSE }, () => {
      const { name, attributes, size } = templates[upTo(templates.length)] as Template;
      const value = Array.from({ length: size }, () => HEX[upTo(16)]).join('');
      // Copied, so that the line is one flat string as a network stack gives it, and no chain of parts.
      return { host, line: Buffer.from(`${name}=${value}${attributes}`).toString('latin1') };
    });
  })
    .flat()
    .slice(0, count);
}

function template(chance: Chance, site: string, number: number): Template {
  const name = `${NAMES[number % NAMES.length]}${number < NAMES.length ? '' : number}`;
  const isHost = name.startsWith('__Host-');
  const attributes = [isHost || chance() < 0.8 ? 'Path=/' : 'Path=/account'];
  if (!isHost && chance() < 0.4) attributes.push(`Domain=${chance() < 0.3 ? '.' : ''}${site}`);
  if (chance() < 0.4) attributes.push(`Max-Age=${60 * Math.floor(1 + chance() * 100_000)}`);
  else if (chance() < 0.5) attributes.push(`Expires=${dateText(chance)}`);
  if (name.startsWith('__') || chance() < 0.7) attributes.push('Secure');
  if (chance() < 0.5) attributes.push('HttpOnly');
  if (chance() < 0.6) attributes.push(`SameSite=${chance() < 0.7 ? 'Lax' : 'Strict'}`);
  return { name, attributes: attributes.map((each) => `; ${each}`).join(''), size: 8 + Math.floor(chance() * 40) };
}

const dateText = (chance: Chance): string =>
  new Date(
    Date.UTC(2027, Math.floor(chance() * 12), 1 + Math.floor(chance() * 28), Math.floor(chance() * 24), 5, 6),
  ).toUTCString();

/** Numbers in [0, 1) that a seed determines. */
function mulberry(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
