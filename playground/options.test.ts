import { expect, it } from 'vitest';
import { readOptions } from './options';

it('asks for one sound server in memory when nothing is said', () => {
  expect(readOptions([], {})).toEqual({ port: undefined, flaws: [], store: undefined, servers: 1 });
});

it('prefers the store of the command line to that of the environment', () => {
  expect(readOptions(['--store', 'redis://a'], { REDIS_URL: 'redis://b', DATABASE_URL: 'postgres://c' }).store).toBe('redis://a');
  expect(readOptions([], { DATABASE_URL: 'postgres://c' }).store).toBe('postgres://c');
});

it.each([
  [['--port', 'http'], '--port takes a whole number up to 65535, not "http".'],
  [['--port', '70000'], '--port takes a whole number up to 65535'],
  [['--servers', '-1'], '--servers'],
  [['--flaw', 'no-such'], 'There is no flaw named no-such.'],
  [['--colour'], '--colour'],
])('refuses %j with a sentence', (args, message) => {
  expect(() => readOptions(args, {})).toThrow(message);
});
