import { describe, expect, test } from 'vitest';
import { bytes } from '../../base/bytes';
import { PROFILES, type Profile } from '../../base/profile';
import { instant } from '../../base/units';
import { siteOf } from '../../site/schemeful';
import { accessOf, type EngineSettings } from './access';
import { behaviorOf, DIFFERENCES } from './browsers';
import type { RequestContext } from './context';
import { resolveDomain, resolveHost } from './domain';
import { isEnclosed, isThirdParty, mayAlwaysSet, sendRelation } from './site-relation';

const OWN = 'https://a.test';
const OTHER = 'https://b.test';
const UNKNOWN = { unknown: 'x' };

/** A subresource of a page of its own site, with what a row says otherwise. */
const context = (change: Partial<RequestContext> = {}): RequestContext => ({
  type: 'subresource',
  method: 'GET',
  initiator: OWN,
  siteForCookies: OWN,
  ancestors: [OWN],
  redirectChain: [],
  reload: 'none',
  partitionKey: { topLevelSite: OWN, crossSiteAncestor: false },
  ...change,
});
const TOP: Partial<RequestContext> = { type: 'main-frame-navigation', ancestors: [] };

const forAll = <T>(of: (profile: Profile) => T): readonly T[] => PROFILES.map(of);

describe('what SameSite sees of a request', () => {
  test.each<[change: Partial<RequestContext>, relation: string | readonly [string, string, string]]>([
    [{}, 'strict'],
    [{ initiator: null }, 'strict'],
    [{ initiator: 'https://www.a.test' }, 'strict'],
    [{ initiator: OTHER }, 'cross'],
    [{ initiator: 'null' }, 'cross'],
    [{ siteForCookies: null, ancestors: [OTHER] }, 'cross'],
    [{ siteForCookies: OTHER, ancestors: [OTHER] }, 'cross'],
    // Firefox looks at the documents, where it is told them.
    [{ siteForCookies: null }, ['cross', 'cross', 'strict']],
    [{ siteForCookies: 'http://a.test', ancestors: ['http://a.test'] }, ['cross', 'cross', 'strict']],
    [{ siteForCookies: 'http://a.test', ancestors: UNKNOWN }, ['cross', 'cross', 'strict']],
    [{ siteForCookies: null, ancestors: UNKNOWN }, 'cross'],
    [{ redirectChain: ['https://b.test/'] }, ['cross', 'strict', 'cross']],
    [{ redirectChain: ['https://a.test/', 'https://www.a.test/'] }, 'strict'],
    [{ redirectChain: ['https://a.test/', 'https://b.test/'] }, ['cross', 'strict', 'cross']],
    // A navigation of the whole page: by a safe method.
    [{ ...TOP, initiator: null }, 'strict'],
    [{ ...TOP, initiator: OWN }, 'strict'],
    [{ ...TOP, initiator: OTHER }, 'lax'],
    [{ ...TOP, initiator: OTHER, siteForCookies: null }, 'lax'],
    [{ ...TOP, initiator: OTHER, method: 'POST' }, 'lax-unsafe'],
    [{ ...TOP, initiator: OTHER, method: 'PUT' }, 'lax-unsafe'],
    [{ ...TOP, initiator: OTHER, method: 'head' }, 'lax'],
    [{ ...TOP, initiator: OTHER, method: 'OPTIONS' }, 'lax'],
    [{ ...TOP, initiator: OTHER, method: 'TRACE' }, 'lax'],
    [{ ...TOP, redirectChain: ['https://b.test/'] }, ['lax', 'strict', 'lax']],
    [{ ...TOP, redirectChain: ['https://b.test/'], method: 'POST' }, ['lax-unsafe', 'strict', 'lax-unsafe']],
    // Of a frame it is cross-site by any method.
    [{ type: 'subframe-navigation', initiator: OTHER }, 'cross'],
    [{ type: 'script' }, 'strict'],
    // What is not known matters only where nothing certain decides.
    [{ initiator: UNKNOWN }, '?'],
    [{ ...TOP, initiator: UNKNOWN }, '?'],
    [{ siteForCookies: UNKNOWN, ancestors: UNKNOWN }, '?'],
    [{ siteForCookies: UNKNOWN, ancestors: UNKNOWN, initiator: OTHER }, 'cross'],
    [{ siteForCookies: UNKNOWN }, ['?', '?', 'strict']],
    [{ siteForCookies: null, ancestors: UNKNOWN, initiator: UNKNOWN }, 'cross'],
    [{ redirectChain: ['https://b.test/'], initiator: UNKNOWN }, '?'],
  ])('%j: %j', (change, relation) => {
    const said = forAll((profile) => {
      const found = sendRelation(context(change), siteOf(OWN), behaviorOf(profile));
      return typeof found === 'string' ? found : '?';
    });
    expect(said).toEqual(typeof relation === 'string' ? [relation, relation, relation] : relation);
  });

  test.each<[change: Partial<RequestContext>, may: boolean | '?', thirdParty: boolean | '?']>([
    [{}, true, false],
    [{ initiator: OTHER }, false, false],
    [{ siteForCookies: OTHER, ancestors: [OTHER] }, false, true],
    [{ siteForCookies: null, ancestors: [OWN, OTHER] }, false, true],
    [{ ...TOP, initiator: OTHER }, true, false],
    [{ ...TOP, initiator: UNKNOWN }, true, false],
    [{ redirectChain: ['https://b.test/'] }, true, false],
    [{ siteForCookies: UNKNOWN, ancestors: UNKNOWN }, '?', '?'],
    [{ initiator: UNKNOWN }, '?', false],
  ])('%j: may set cookies for the same site %s, is a third party %s', (change, may, thirdParty) => {
    for (const profile of PROFILES) {
      const behavior = behaviorOf(profile);
      const word = (value: unknown) => (typeof value === 'boolean' ? value : '?');
      expect(word(mayAlwaysSet(context(change), siteOf(OWN), behavior))).toBe(may);
      expect(word(isThirdParty(context(change), siteOf(OWN), behavior))).toBe(thirdParty);
    }
  });

  test.each([
    [[OWN], false],
    [[OWN, OTHER], true],
    [[OTHER, OWN], true],
    [[], false],
  ])('another site lies between, with the documents %j: %s', (ancestors, enclosed) => {
    expect(isEnclosed(context({ ancestors }), siteOf(OWN), behaviorOf('firefox'))).toBe(enclosed);
  });

  test('whether another site lies between is not known where the documents are not', () => {
    expect(isEnclosed(context({ ancestors: UNKNOWN }), siteOf(OWN), behaviorOf('firefox'))).toBeNull();
  });
});

const access = (
  change: Partial<RequestContext>,
  profile: Profile,
  thirdParty: EngineSettings['thirdParty'] = 'default',
  url = `${OWN}/x/y`,
) => accessOf({ url, via: 'http', context: context(change), at: instant(0), date: null }, { profile, thirdParty });

describe('the partition keys', () => {
  const key = (topLevelSite: string, crossSiteAncestor: boolean | null) => ({ topLevelSite, crossSiteAncestor });
  test.each<[Partial<RequestContext>, chromium: unknown, firefox: unknown]>([
    [{}, key(OWN, false), key(OWN, false)],
    [{ partitionKey: null }, null, null],
    [{ partitionKey: UNKNOWN }, UNKNOWN, UNKNOWN],
    // On a page of another site: Chromium counts the request's own site as one that lies between, Firefox does not.
    [{ partitionKey: key(OTHER, false), ancestors: [OTHER] }, key(OTHER, true), key(OTHER, false)],
    [{ partitionKey: key(OTHER, true), ancestors: [OTHER] }, key(OTHER, true), key(OTHER, false)],
    // A site inside another inside itself.
    [{ partitionKey: key(OWN, true), ancestors: [OWN, OTHER] }, key(OWN, true), key(OWN, true)],
    [{ partitionKey: key(OWN, null), ancestors: [OWN, OTHER] }, key(OWN, null), key(OWN, true)],
    [{ partitionKey: key(OWN, null), ancestors: [OWN] }, key(OWN, null), key(OWN, false)],
    [{ partitionKey: key(OWN, null), ancestors: UNKNOWN }, key(OWN, null), key(OWN, null)],
    [{ partitionKey: key(OWN, false), ancestors: UNKNOWN }, key(OWN, false), key(OWN, false)],
    [{ partitionKey: key('null', true) }, key('null', true), key('null', true)],
  ])('%j: in Chromium %j, in Firefox %j', (change, chromium, firefox) => {
    expect([access(change, 'spec').key, access(change, 'chromium').key, access(change, 'firefox').key]).toEqual([
      chromium,
      chromium,
      firefox,
    ]);
  });

  const FOREIGN: Partial<RequestContext> = { siteForCookies: OTHER, ancestors: [OTHER], partitionKey: key(OTHER, true) };
  const OPEN: Partial<RequestContext> = { siteForCookies: UNKNOWN, ancestors: UNKNOWN };
  test.each<[Partial<RequestContext>, EngineSettings['thirdParty'], unknown]>([
    [FOREIGN, 'allow', null],
    [FOREIGN, 'block', null],
    [FOREIGN, 'partition', key(OTHER, true)],
    // In a browser that keeps none apart, an unknown setting does not matter here.
    [FOREIGN, { unknown: 'policy' }, null],
    [{}, 'partition', null],
    [{}, { unknown: 'policy' }, null],
    [OPEN, 'partition', UNKNOWN],
    [OPEN, 'allow', null],
  ])('of cookies without Partitioned: %j under %j is %j', (change, policy, plain) => {
    expect(access(change, 'spec', policy).plainKey).toEqual(plain);
    expect(access(change, 'chromium', policy).plainKey).toEqual(plain);
  });

  test('of cookies without Partitioned is open in Firefox where the setting is not known', () => {
    expect(access(FOREIGN, 'firefox', { unknown: 'policy' }).plainKey).toEqual({ unknown: 'policy' });
  });
});

describe('an access', () => {
  test('has what all its cookies share', () => {
    const found = access({}, 'chromium', 'block', 'http://www.A.test:8080/x/y?z');
    expect(found).toMatchObject({
      host: 'www.a.test',
      siteKey: 'a.test',
      path: '/x/y',
      trustworthy: false,
      policy: 'block',
      profile: 'chromium',
    });
    expect(found.behavior).toBe(behaviorOf('chromium'));
    expect(access({}, 'spec', 'default', 'https://test/').siteKey).toBe('test');
  });

  test.each([
    ['spec', DIFFERENCES.thirdParty.spec],
    ['chromium', DIFFERENCES.thirdParty.chromium],
    ['firefox', DIFFERENCES.thirdParty.firefox],
  ] as const)('by default allows third parties what the row of data says: %s %s', (profile, policy) => {
    expect(access({}, profile).policy).toBe(policy);
  });

  test('without a host has the root as its path, and is not trustworthy', () => {
    expect(access({}, 'spec', 'allow', 'about:blank')).toMatchObject({ parts: null, host: '', path: '/', trustworthy: false });
  });

  test.each([
    ['a.test..', 'a.test..', 'a.test..', 'a.test.'],
    ['a.test.', 'a.test.', 'a.test.', 'a.test.'],
  ])('of host %s has cookies of %s, in Chromium %s, in Firefox %s', (host, ...expected) => {
    expect(forAll((profile) => resolveHost(host, behaviorOf(profile)).own.domain)).toEqual(expected);
  });
});

describe('the domain a cookie gets', () => {
  test.each<[host: string, attribute: string | null, domain: string, hostOnly: boolean]>([
    ['www.a.test', null, 'www.a.test', true],
    ['www.a.test', '', 'www.a.test', true],
    ['www.a.test', 'www.a.test', 'www.a.test', false],
    ['www.a.test', 'a.test', 'a.test', false],
    ['www.a.test', '.A.TEST', 'a.test', false],
    ['x.www.a.test', 'WWW.a.test', 'www.a.test', false],
    ['github.io', 'github.io', 'github.io', true],
    ['github.io', '.github.io', 'github.io', true],
    ['localhost', 'localhost', 'localhost', true],
    ['a.test.', 'a.test.', 'a.test.', false],
  ])('on %s with Domain %j: %s, host-only %s', (host, attribute, domain, hostOnly) => {
    for (const profile of PROFILES) {
      const behavior = behaviorOf(profile);
      const found = resolveDomain(attribute === null ? null : bytes(attribute), resolveHost(host, behavior), behavior);
      expect(found).toEqual({ domain, hostOnly, fault: null });
    }
  });

  test('is the same object each time for the host itself and for its whole site', () => {
    const to = resolveHost('www.a.test', behaviorOf('spec'));
    expect(resolveHost('www.a.test', behaviorOf('spec'))).toBe(to);
    expect(resolveDomain(bytes('a.test'), to, behaviorOf('spec'))).toBe(to.ownDomain);
    expect(resolveHost('test', behaviorOf('spec')).ownDomain).toBeNull();
  });
});
