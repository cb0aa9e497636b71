import { describe, expect, it } from 'vitest';
import { rowsOf, storyOf } from './recorded-story';

it('ZNC: the id that was there before the sign-in is the one that signs in, and a right password is answered as a wrong one', () => {
  expect(storyOf('znc')).toEqual({
    moments: [
      'first-visit',
      'anonymous-id A',
      'credentials-refused',
      'signed-in credentials session',
      'id-at-sign-in not-rotated A A',
      'authenticated-use 4 reads 1 changes',
      'csrf-token-sent in-request _CSRF_Check 1 of 3',
      'csrf-token-checked ?',
      'signed-out by link: 42361-SessionId left',
      'id-reused A refused',
      'credential-left',
    ],
    roles: { '42361-SessionId': 'session-id' },
    guards: ['_CSRF_Check in-request -'],
  });
});

it('Adminer: an id with each password, a password kept in a cookie that is emptied and not deleted', () => {
  const { moments, roles, guards } = storyOf('adminer');
  expect(moments).toContain('credentials-refused');
  expect(moments).toContain('id-at-sign-in rotated B C');
  expect(moments).toContain('signed-out by form: adminer_sid left, adminer_key left');
  expect(moments).toContain('id-reused C refused');
  expect(roles).toMatchObject({
    adminer_sid: 'session-id',
    adminer_permanent: 'remember-me',
    adminer_key: 'unknown',
    adminer_version: 'preference',
  });
  expect(guards).toEqual(['token in-request -']);
});

it('SimpleSAMLphp: the session stays, a token issued beside it is what counts; the sign-out of a form ends at the provider', () => {
  expect(storyOf('simplesamlphp')).toEqual({
    moments: [
      'first-visit',
      'anonymous-id A',
      'left-for-provider',
      'provider-asked',
      'signed-in external session',
      'came-back',
      'id-at-sign-in issued - A',
      'authenticated-use 3 reads 2 changes',
      'single-sign-out',
      'signed-out by form: SimpleSAMLAuthToken left, SimpleSAML left',
      'id-reused A refused',
      'credential-left',
      'credential-left',
      'left-for-provider',
    ],
    roles: { SimpleSAML: 'session-id', SimpleSAMLAuthToken: 'auth-token' },
    guards: [],
  });
});

describe('recorded in Firefox, the same is told of', () => {
  /** ZNC names its cookie after its port. */
  const withoutPort = (told: unknown): unknown => JSON.parse(JSON.stringify(told).replaceAll(/\d+-SessionId/g, 'SessionId'));

  it.each(['znc', 'adminer', 'simplesamlphp'])('%s', (app) => {
    expect(rowsOf(`firefox-${app}`)).not.toEqual([]);
    expect(withoutPort(storyOf(`firefox-${app}`))).toEqual(withoutPort(storyOf(app)));
  });
});
