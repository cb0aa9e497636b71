import { describe, expect, it } from 'vitest';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import { importFile } from '../import-file';

const read = (text: string) => importFile(new TextEncoder().encode(text), () => null);
const cookiesIn = (text: string): readonly JarCookie[] => {
  const found = read(text);
  if (found.kind !== 'cookies') throw new Error(JSON.stringify(found));
  expect(found.faulty).toBe(0);
  return found.cookies;
};

describe('cookies of other tools are read', () => {
  const base = { name: 'sid', value: '1', domain: '.a.example', path: '/' };
  it.each([
    [
      'EditThisCookie',
      [
        {
          ...base,
          id: 1,
          storeId: '0',
          hostOnly: false,
          sameSite: 'Unspecified',
          expirationDate: 1_900_000_000.5,
          session: false,
        },
      ],
      { hostOnly: false, sameSite: 'absent', expires: 1_900_000_000_500 },
    ],
    [
      'Cookie-Editor',
      [{ ...base, domain: 'a.example', hostOnly: true, storeId: null, sameSite: null, session: true }],
      { hostOnly: true, expires: null },
    ],
    [
      'Cypress',
      [{ ...base, domain: 'a.example', hostOnly: true, expiry: 1_900_000_000, sameSite: 'no_restriction', secure: true }],
      { sameSite: 'none', expires: 1_900_000_000_000 },
    ],
    [
      'Puppeteer',
      [{ ...base, size: 4, expires: -1, sameSite: 'Default', partitionKey: { sourceOrigin: 'https://t.example' } }],
      { sameSite: 'absent', expires: null, partition: { topLevelSite: 'https://t.example', crossSiteAncestor: null } },
    ],
    [
      'CDP',
      { cookies: [{ ...base, size: 4, partitionKey: { topLevelSite: 'https://t.example', hasCrossSiteAncestor: true } }] },
      { partition: { topLevelSite: 'https://t.example', crossSiteAncestor: true } },
    ],
    [
      'tough-cookie',
      {
        version: 'tough-cookie@6',
        cookies: [
          {
            key: 'sid',
            value: '1',
            domain: 'a.example',
            path: '/',
            hostOnly: false,
            creation: '2026-01-01T00:00:00.000Z',
            expires: '2030-01-01T00:00:00.000Z',
          },
        ],
      },
      { name: 'sid', hostOnly: false, expires: Date.UTC(2030, 0, 1) },
    ],
    [
      'Playwright',
      {
        cookies: [
          {
            ...base,
            expires: -1,
            httpOnly: true,
            secure: true,
            sameSite: 'Lax',
            partitionKey: 'https://t.example',
            _crHasCrossSiteAncestor: false,
          },
        ],
        origins: [],
      },
      { httpOnly: true, partition: { topLevelSite: 'https://t.example', crossSiteAncestor: false } },
    ],
  ])('%s', (_, json, cookie) => {
    expect(cookiesIn(JSON.stringify(json))).toMatchObject([cookie]);
  });

  it('a wrong entry has its place and reason, the right ones are taken', () => {
    const json = [base, { ...base, value: ['1'] }, { ...base, domain: 'http://a b/' }, { ...base, expirationDate: 1e300 }, 7];
    expect(read(JSON.stringify(json))).toMatchObject({
      kind: 'cookies',
      cookies: [{ name: 'sid' }],
      faulty: 4,
      faults: [
        { place: '[1].value', kind: 'wrong-type', found: 'Array' },
        { place: '[2].domain', kind: 'no-domain' },
        { place: '[3].expirationDate', kind: 'bad-expiry' },
        { place: '[4]' },
      ],
    });
  });
});
