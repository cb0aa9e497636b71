import { expect, it } from 'vitest';
import { storyOf } from './recorded-story';

it('Flask-Login: the session lies in its cookie; with the session gone, a token lets in alone', () => {
  expect(storyOf('flask-login')).toEqual({
    moments: [
      'first-visit',
      'anonymous-id A',
      'credentials-refused',
      'signed-in credentials session-in-cookie',
      'id-at-sign-in issued - B',
      'authenticated-use 2 reads 0 changes',
      'session-expired by cookie',
      'signed-in remembered session',
      'id-at-sign-in issued - C',
      'signed-out by link: session deleted, remember_token deleted',
      'server-side-end C ?',
    ],
    roles: { session: 'session-id', remember_token: 'remember-me' },
    guards: [],
  });
});

it('Passport on cookie-session: the session changes with what it holds, its signature beside it is no id', () => {
  expect(storyOf('passport')).toEqual({
    moments: [
      'first-visit',
      'anonymous-id A',
      'anonymous-id-changed 1 times',
      'credentials-refused',
      'signed-in credentials session-in-cookie',
      'id-at-sign-in self-contained B C',
      'authenticated-use 2 reads 1 changes',
      'signed-out by link: session replaced',
      'server-side-end C ?',
    ],
    roles: { session: 'session-id', 'session.sig': 'session-id' },
    guards: [],
  });
});

it('Redmine: an encrypted session that is new with every answer, and a token that lets in alone', () => {
  expect(storyOf('redmine')).toEqual({
    moments: [
      'first-visit',
      'anonymous-id A',
      'anonymous-id-changed 3 times',
      'credentials-refused',
      'csrf-token-sent in-request authenticity_token 4 of 4',
      'signed-in credentials session-in-cookie',
      'authenticated-use 3 reads 1 changes',
      'id-at-sign-in self-contained D F',
      'session-expired by cookie',
      'signed-in remembered session',
      'id-at-sign-in issued - J',
      'authenticated-use 1 reads 0 changes',
      'csrf-token-checked ?',
      'signed-out by form: _redmine_session replaced, autologin deleted',
      'server-side-end J ?',
    ],
    roles: { _redmine_session: 'session-id', autologin: 'remember-me' },
    guards: ['authenticity_token in-request -'],
  });
});
