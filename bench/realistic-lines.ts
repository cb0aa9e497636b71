/** Lines as sites send them: sessions, preferences, analytics, tokens, deletions. The same seed gives the same lines. */
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
const COOKIES_A_SITE = 25;

interface Template {
  readonly host: string;
  readonly name: string;
  readonly attributes: string;
  readonly size: number;
}

type Chance = () => number;

/**
 * @param count how many
 * @param sites over how many registrable domains they are spread; each sets its own 25 cookies again and again
 */
export function realisticLines(seed: number, count: number, sites: number): readonly RealisticLine[] {
  const chance = mulberry(seed);
  const templates = Array.from({ length: sites * COOKIES_A_SITE }, (_, n) =>
    template(chance, Math.floor(n / COOKIES_A_SITE), n % COOKIES_A_SITE),
  );
  return Array.from({ length: count }, () => {
    const { host, name, attributes, size } = templates[Math.floor(chance() * templates.length)] as Template;
    const value = Array.from({ length: size }, () => HEX[Math.floor(chance() * 16)]).join('');
    // Copied, so that the line is one flat string as a network stack gives it, and no chain of parts.
    return { host, line: Buffer.from(`${name}=${value}${attributes}`).toString('latin1') };
  });
}

function template(chance: Chance, siteNumber: number, number: number): Template {
  const site = `site${siteNumber}.example`;
  const name = `${NAMES[number % NAMES.length]}${number < NAMES.length ? '' : number}`;
  const isHost = name.startsWith('__Host-');
  const attributes = [isHost || chance() < 0.8 ? 'Path=/' : 'Path=/account'];
  if (!isHost && chance() < 0.4) attributes.push(`Domain=${chance() < 0.3 ? '.' : ''}${site}`);
  if (chance() < 0.4) attributes.push(`Max-Age=${60 * Math.floor(1 + chance() * 100_000)}`);
  else if (chance() < 0.5) attributes.push(`Expires=${dateText(chance)}`);
  if (name.startsWith('__') || chance() < 0.7) attributes.push('Secure');
  if (chance() < 0.5) attributes.push('HttpOnly');
  if (chance() < 0.6) attributes.push(`SameSite=${chance() < 0.7 ? 'Lax' : 'Strict'}`);
  const host = chance() < 0.5 ? site : `www.${site}`;
  return { host, name, attributes: attributes.map((each) => `; ${each}`).join(''), size: 8 + Math.floor(chance() * 40) };
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
