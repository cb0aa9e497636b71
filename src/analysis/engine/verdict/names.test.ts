import { describe, expect, test } from 'vitest';
import { cdpSendReasons, cdpSetReasons, SEND_REASONS, SET_REASONS } from './cdp-names';
import type { SendReason, SetReason } from './reasons';
import { reconcile } from './reconcile';
import type { Step } from './verdict';
import { refusingStep, verdictOf } from './verdict-of';

describe('the blocked reasons DevTools shows', () => {
  test.each<[reasons: readonly SetReason[], names: readonly string[]]>([
    [[], []],
    [['secure-insecure-origin'], ['SecureOnly']],
    [['domain-mismatch'], ['InvalidDomain']],
    // In CDP's order, each once.
    [
      ['overwrite-secure', 'secure-insecure-origin'],
      ['SecureOnly', 'OverwriteSecure'],
    ],
    [
      ['prefix-http-secure', 'prefix-host-path', 'domain-mismatch'],
      ['InvalidDomain', 'InvalidPrefix'],
    ],
    // What fails earlier hides the later: the parser, then the making of the cookie, the policy, the storing.
    [['secure-insecure-origin', 'domain-mismatch'], ['InvalidDomain']],
    [['domain-mismatch', 'syntax-control-character'], ['DisallowedCharacter']],
    [['third-party-blocked', 'same-site-cross-site'], ['UserPreferences']],
    // The parser gives up at its first fault.
    [['syntax-control-character', 'syntax-pair-too-long'], ['NameValuePairExceedsMaxSize']],
    // DevTools is silent.
    [['partitioned-insecure'], []],
    [['http-only-from-script', 'secure-insecure-origin'], ['SecureOnly']],
  ])('for a refused line: %j are %j', (reasons, names) => {
    expect(cdpSetReasons(reasons, 'lax')).toEqual(names);
  });

  test.each([
    ['strict', ['SchemefulSameSiteStrict']],
    ['lax', ['SchemefulSameSiteLax']],
    ['absent', ['SchemefulSameSiteUnspecifiedTreatedAsLax']],
    ['none', []],
  ] as const)('for a cross-site line name its SameSite: %s', (sameSite, names) => {
    expect(cdpSetReasons(['same-site-cross-site'], sameSite)).toEqual(names);
  });

  test.each<[reasons: readonly SendReason[], names: readonly string[]]>([
    [[], []],
    [['same-site-lax-unsafe-method'], ['SchemefulSameSiteLax']],
    [['domain-host-only'], ['DomainMismatch']],
    [
      ['same-site-strict', 'path-mismatch', 'secure-insecure-request'],
      ['SecureOnly', 'NotOnPath', 'SchemefulSameSiteStrict'],
    ],
    // A cookie that DevTools does not list.
    [['expired'], []],
    [['partition-mismatch', 'path-mismatch'], []],
  ])('for a cookie that stayed: %j are %j', (reasons, names) => {
    expect(cdpSendReasons(reasons)).toEqual(names);
  });

  test('every one of them is a name of CDP', () => {
    const names = new Set([
      ...SET_REASONS.flatMap((reason) => cdpSetReasons([reason], 'lax')),
      ...SEND_REASONS.flatMap((reason) => cdpSendReasons([reason])),
    ]);
    expect([...names].sort()).toEqual([
      'DisallowedCharacter',
      'DomainMismatch',
      'InvalidDomain',
      'InvalidPrefix',
      'NameValuePairExceedsMaxSize',
      'NoCookieContent',
      'NotOnPath',
      'OverwriteSecure',
      'SameSiteNoneInsecure',
      'SchemeNotSupported',
      'SchemefulSameSiteLax',
      'SchemefulSameSiteStrict',
      'SchemefulSameSiteUnspecifiedTreatedAsLax',
      'SecureOnly',
      'UserPreferences',
    ]);
  });
});

describe('a verdict', () => {
  const step = (outcome: Step['outcome'], reason: Step['reason'] = null): Step => ({
    id: 'set-url',
    section: '',
    outcome,
    reason,
    inputs: [],
    missing: null,
    span: null,
  });
  const passed = step('passed');
  const open = step('cannot-tell');
  const tab = step('failed', 'syntax-tab');
  const empty = step('failed', 'syntax-empty');

  test.each<[readonly Step[], allowed: boolean | 'cannot-tell', decider: number | null, reasons: readonly string[]]>([
    [[], true, null, []],
    [[passed, step('not-applicable')], true, null, []],
    [[passed, open], 'cannot-tell', null, []],
    [[open, passed, tab, empty], false, 2, ['syntax-tab', 'syntax-empty']],
    [[empty, tab, open], false, 0, ['syntax-empty', 'syntax-tab']],
  ])('is decided by the first step that failed (%#)', (steps, allowed, decider, reasons) => {
    const verdict = verdictOf('spec', steps);
    expect(verdict).toEqual({ profile: 'spec', allowed, steps, decider, reasons });
    expect(refusingStep(verdict)).toBe(decider === null ? null : steps[decider]);
  });

  test.each([
    ['sent', 'sent', 'agrees'],
    ['sent', 'withheld', 'differs'],
    ['sent', null, 'not-observed'],
    ['cannot-tell', 'sent', 'not-observed'],
  ] as const)('that says %s, where %s was seen, %s', (outcome, observed, agreement) => {
    expect(reconcile({ outcome, reasons: [], missing: [] }, observed)).toBe(agreement);
  });
});
