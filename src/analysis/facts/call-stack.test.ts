import { expect, test } from 'vitest';
import { readStack } from './call-stack';

const words = (stack: string) =>
  readStack(stack).map(({ name, url, line, column, isEval }) => `${name ?? ''}@${url}:${line}:${column}${isEval ? ' eval' : ''}`);

test('a stack of Chromium: named and unnamed functions, async ones, the top level', () => {
  const stack = [
    'Error',
    '    at Object.apply (chrome-extension://abc/tracer/page-world.js:40:21)',
    '    at setCookie (https://a.example/app.js:3:19)',
    '    at async Session.start (https://a.example/app.js?v=1:10:5)',
    '    at new Store (https://a.example/store.js:2:1)',
    '    at https://a.example/app.js:20:1',
    '    at <anonymous>',
  ].join('\n');
  expect(words(stack)).toEqual([
    'setCookie@https://a.example/app.js:3:19',
    'Session.start@https://a.example/app.js?v=1:10:5',
    'Store@https://a.example/store.js:2:1',
    '@https://a.example/app.js:20:1',
  ]);
});

test('a stack of Firefox: the same', () => {
  const stack = [
    'stackHere@moz-extension://abc/tracer/page-world.js:40:21',
    'setCookie@https://a.example/app.js:3:19',
    'async*start@https://a.example/@scope/app.js:10:5',
    '@https://a.example/app.js:20:1',
    '',
  ].join('\n');
  expect(words(stack)).toEqual([
    'setCookie@https://a.example/app.js:3:19',
    'start@https://a.example/@scope/app.js:10:5',
    '@https://a.example/app.js:20:1',
  ]);
});

test('code made by eval stands where it was made', () => {
  expect(words('Error\n    at eval (eval at run (https://a.example/app.js:7:3), <anonymous>:1:17)')).toEqual([
    '@https://a.example/app.js:7:3 eval',
  ]);
  expect(words('@https://a.example/app.js line 7 > eval:1:17')).toEqual(['@https://a.example/app.js:7:1 eval']);
});

test('what a hostile page gives for a stack is bounded, and throws nothing', () => {
  expect(readStack('')).toEqual([]);
  expect(readStack('at '.repeat(10_000))).toEqual([]);
  expect(readStack(`at ${'x'.repeat(10_000)} (https://a.example/a.js:1:1)\n`.repeat(1000))).toHaveLength(10);
  expect(readStack(`at ${'x'.repeat(10_000)} (https://a.example/a.js:1:1)`)[0]?.name).toHaveLength(200);
});
