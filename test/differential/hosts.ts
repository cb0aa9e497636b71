import type { Chance } from './random';

/** Hosts of every kind the rules know: registrable, below it, public suffixes (both sections), single labels, IP, final dot. */
export const HOSTS = [
  'a.test',
  'www.a.test',
  'x.www.a.test',
  'b.test',
  'www.b.test',
  'foo.co.uk',
  'www.foo.co.uk',
  'foo.github.io',
  'bar.foo.github.io',
  'github.io',
  'localhost',
  'sub.localhost',
  '127.0.0.1',
  'a.test.',
  'c.example',
] as const;

/** Hosts between which requests with a context go: two sites, siblings, and a private suffix. */
export const STAGE_HOSTS = [
  'a.test',
  'www.a.test',
  'b.test',
  'www.b.test',
  'foo.github.io',
  'bar.github.io',
  'foo.co.uk',
] as const;

const isAddress = (host: string): boolean => /^[\d.]+$/.test(host);

/** A host near `host`: itself, below, above, or a sibling. */
export function near(chance: Chance, host: string): string {
  if (isAddress(host)) return host;
  const parent = host.slice(host.indexOf('.') + 1);
  const choices = [host, host, host, `sub.${host}`];
  if (parent !== host && parent.replace(/\.$/, '').includes('.')) choices.push(parent, `sib.${parent}`);
  return chance.pick(choices);
}

/** A value for a Domain attribute as seen from `host`: right, wrong, and odd. */
export function domainValue(chance: Chance, host: string): string {
  const parent = host.slice(host.indexOf('.') + 1);
  return chance.pick([
    host,
    host,
    `.${host}`,
    parent,
    `.${parent}`,
    `sub.${host}`,
    host.toUpperCase(),
    ` ${host} `,
    `${host}.`,
    `..${host}`,
    host.slice(1),
    'b.test',
    'test',
    'github.io',
    'co.uk',
    'localhost',
    '127.0.0.1',
    '.127.0.0.1',
    '0.0.1',
    '27.0.0.1',
    '0x7f.1',
    '127.0.0.1,b.test',
    'aged.test',
    `${host}/`,
    `"${host}"`,
    `.\xe2\x80\xa8${host}`,
    `${host}\xc3\xa9`,
    '\xf0\x9f\x98\x80.test',
    '',
    '.',
    `${host}:443`,
    `x%2E${host}`,
    'xn--x.a.test',
    '\xc3\xa9.test',
    `${'a'.repeat(1025)}`,
  ]);
}
