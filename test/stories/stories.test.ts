import { expect, it } from 'vitest';
import { storyOf } from './recorded-story';

it('Django’s administration: the id is issued at sign-in, the token masked beside its cookie', () => {
  expect(storyOf('django')).toEqual({
    moments: [
      'first-visit',
      'csrf-token-issued',
      'credentials-refused',
      'csrf-token-sent paired csrfmiddlewaretoken 3 of 3',
      'signed-in credentials session',
      'id-at-sign-in issued - A',
      'authenticated-use 3 reads 1 changes',
      'csrf-token-checked ?',
      'signed-out by link: sessionid deleted',
      'server-side-end A ?',
    ],
    roles: { csrftoken: 'csrf-token', sessionid: 'session-id', messages: 'preference' },
    guards: ['csrfmiddlewaretoken paired csrftoken'],
  });
});

it('MediaWiki: the id changes at sign-in; signing out by link asks first', () => {
  expect(storyOf('mediawiki')).toEqual({
    moments: [
      'first-visit',
      'anonymous-id A',
      'credentials-refused',
      'csrf-token-sent in-request wpLoginToken 2 of 5',
      'signed-in credentials session',
      'id-at-sign-in rotated A B',
      'authenticated-use 5 reads 2 changes',
      'csrf-token-sent in-request token 1 of 5',
      'csrf-token-sent in-request wpEditToken 2 of 5',
      'csrf-token-checked ?',
      'signed-out by form: my_wiki_session deleted',
      'server-side-end B ?',
    ],
    roles: {
      my_wiki_session: 'session-id',
      my_wikiUserID: 'preference',
      my_wikiUserName: 'preference',
      my_wikiPostEditRevision2: 'unknown',
      UseDC: 'preference',
      UseCDNCache: 'preference',
    },
    guards: ['wpLoginToken in-request -', 'wpEditToken in-request -', 'token in-request -'],
  });
});

it('WordPress: signed tokens issued at sign-in; a profile with fields for a password is no sign-in', () => {
  const token = 'wordpress_91cc5bb47d53b4ee32b3d6ce1b22d9bf';
  const loggedIn = 'wordpress_logged_in_91cc5bb47d53b4ee32b3d6ce1b22d9bf';
  const { moments, roles, guards } = storyOf('wordpress');
  expect(moments).toEqual([
    'first-visit',
    'credentials-refused',
    'signed-in credentials session',
    'id-at-sign-in issued - A',
    'authenticated-use 6 reads 1 changes',
    'csrf-token-sent in-request _wpnonce 1 of 3',
    'csrf-token-checked ?',
    `signed-out by link: ${token} deleted, ${loggedIn} deleted, ${token} deleted`,
    'server-side-end A ?',
  ]);
  expect(roles).toMatchObject({ [token]: 'auth-token', [loggedIn]: 'auth-token', wordpress_test_cookie: 'preference' });
  expect(guards).toEqual(['_wpnonce in-request -']);
});

it('Tomcat’s FORM login: the id changes on anonymous pages too, and the one that signed in stays', () => {
  expect(storyOf('tomcat')).toEqual({
    moments: [
      'first-visit',
      'anonymous-id A',
      'anonymous-id-changed 2 times',
      'credentials-refused',
      'signed-in credentials session',
      'id-at-sign-in rotated C D',
      'authenticated-use 2 reads 0 changes',
      'signed-out by link: JSESSIONID replaced',
      'id-reused D cannot-tell ?',
    ],
    roles: { JSESSIONID: 'session-id' },
    guards: [],
  });
});

it('DokuWiki: two session cookies, of which the one issued at sign-in counts and the other is left', () => {
  const auth = 'DW361a9620dbe647bcaa2c091e9b04f504';
  expect(storyOf('dokuwiki')).toEqual({
    moments: [
      'first-visit',
      'anonymous-id A',
      'credentials-refused',
      'csrf-token-sent in-request sectok 3 of 3',
      'signed-in credentials session-in-cookie',
      'id-at-sign-in issued - A',
      'authenticated-use 4 reads 1 changes',
      'csrf-token-checked ?',
      `signed-out by link: ${auth} deleted, DokuWiki left`,
      'credential-left',
      'server-side-end A ?',
    ],
    roles: { DokuWiki: 'session-id', [auth]: 'auth-token' },
    guards: ['sectok in-request -'],
  });
});

it('phpMyAdmin: form and inside under one address, the id changes at a wrong password too', () => {
  const { moments, roles, guards } = storyOf('phpmyadmin');
  expect(moments).toEqual([
    'first-visit',
    'anonymous-id A',
    'credentials-refused',
    'csrf-token-sent in-request token 14 of 14',
    'anonymous-id-changed 1 times',
    'signed-in credentials session',
    'id-at-sign-in rotated B C',
    'authenticated-use 3 reads 11 changes',
    'csrf-token-checked ?',
    'signed-out by form: phpMyAdmin replaced, pmaAuth-1 deleted',
    'id-reused C refused',
  ]);
  expect(roles).toMatchObject({ phpMyAdmin: 'session-id', 'pmaAuth-1': 'auth-token', pma_lang: 'preference' });
  expect(guards).toEqual(['token in-request -']);
});

it('Auth.js: an encrypted token issued at sign-in, the field equal to the first half of its cookie', () => {
  expect(storyOf('authjs')).toEqual({
    moments: [
      'first-visit',
      'csrf-token-issued',
      'credentials-refused',
      'csrf-token-sent double-submit csrfToken 3 of 3',
      'signed-in credentials token',
      'id-at-sign-in issued - A',
      'authenticated-use 3 reads 0 changes',
      'csrf-token-checked ?',
      'signed-out by form: authjs.session-token deleted',
      'server-side-end A ?',
    ],
    roles: { 'authjs.csrf-token': 'csrf-token', 'authjs.callback-url': 'preference', 'authjs.session-token': 'auth-token' },
    guards: ['csrfToken double-submit authjs.csrf-token'],
  });
});

it('Node-RED: a token that a script sends, handed back at sign-out and refused when sent again', () => {
  expect(storyOf('node-red')).toEqual({
    moments: [
      'first-visit',
      'credentials-refused',
      'signed-in credentials bearer-header',
      'authenticated-use 22 reads 1 changes',
      'signed-out by script: ',
      'id-reused - refused',
    ],
    roles: {},
    guards: [],
  });
});

it('Better Auth: JSON by fetch, refused with 401, an id issued by a page that stays', () => {
  expect(storyOf('better-auth')).toEqual({
    moments: [
      'first-visit',
      'credentials-refused',
      'signed-in credentials session',
      'id-at-sign-in issued - A',
      'authenticated-use 2 reads 1 changes',
      'signed-out by script: better-auth.session_token deleted',
      'server-side-end A ?',
    ],
    roles: {
      'better-auth.session_token': 'session-id',
      'better-auth.session_data': 'auth-token',
      'better-auth.dont_remember': 'preference',
    },
    guards: [],
  });
});

it('Roundcube: the session and what vouches for it are new with the sign-in', () => {
  expect(storyOf('roundcube')).toEqual({
    moments: [
      'first-visit',
      'anonymous-id A',
      'credentials-refused',
      'csrf-token-sent in-request _token 2 of 2',
      'signed-in credentials session',
      'csrf-token-checked ?',
      'id-at-sign-in rotated A B',
      'authenticated-use 10 reads 0 changes',
      'signed-out by link: roundcube_sessauth deleted, roundcube_sessid left',
      'credential-left',
      'id-reused B cannot-tell ?',
    ],
    roles: { roundcube_sessid: 'session-id', roundcube_sessauth: 'auth-token' },
    guards: ['_token in-request -'],
  });
});
