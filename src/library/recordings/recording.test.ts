import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { harEntry } from '../../../test/build/har';
import { loadRecording } from './recording';

const HAR = JSON.stringify({
  log: {
    creator: { name: 'Firefox', version: '153' },
    entries: [harEntry('https://a.example/', 0, { cookies: [{ name: 'a', value: '1' }] })],
  },
});
const octets = new TextEncoder().encode(HAR);

describe('a recording is read of whatever holds the octets of a file', () => {
  it.each([
    ['octets', octets],
    ['a part of a buffer', new Uint8Array([32, ...octets]).subarray(1)],
    ['an ArrayBuffer, as fetch gives it', octets.slice().buffer],
    ['octets of another realm, as in Jest', runInContext('Uint8Array.from(octets)', createContext({ octets: [...octets] }))],
    ['text', HAR],
    ['parsed JSON', JSON.parse(HAR)],
  ])('%s', (_, file) => {
    expect(loadRecording(file).browser).toBe('firefox');
  });
});

it.each([undefined, null, 7])('%s is no file', (file) => {
  expect(() => loadRecording(file as never)).toThrow('as octets, as text or as the JSON parsed');
});
