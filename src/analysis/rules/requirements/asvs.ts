import { asvs as link } from '../engine/link';
import { s } from '../engine/sentence';
import type { CookieSubject } from '../subject/subject';
import type { Subjects } from '../subject/subjects';
import {
  areHostOnly,
  credentialCookies,
  fitIntoLimit,
  fitSameSite,
  haveHttpOnly,
  havePrefix,
  haveSecure,
  holdNothingPersonal,
  NO_COOKIE,
  NO_CREDENTIAL,
  ownCookies,
  stateSameSite,
} from './of-cookies';
import {
  forgeryParts,
  lifetimeParts,
  NO_SIGN_IN,
  NO_SIGN_OUT,
  newIdParts,
  sessionsWithSignIn,
  signOutParts,
  signOutsOf,
} from './of-sessions';
import {
  audiencePart,
  endPart,
  entropyParts,
  idsOf,
  keyPart,
  NO_ID,
  NO_TOKEN,
  onServer,
  signedPart,
  tokensOf,
} from './of-tokens';
import { hstsParts, noIdInAddresses } from './of-transport';
import { openPart, type RequirementCheck, type RequirementForm } from './requirement';

const asks = (id: string, title: string, means: string, check: RequirementCheck): RequirementForm => ({
  standard: 'ASVS',
  id,
  url: link(id).url,
  title,
  means,
  check,
});

/** Parts about some cookies; where there are none, why it does not apply. */
const about =
  (
    cookiesOf: (subjects: Subjects) => readonly CookieSubject[],
    none: ReturnType<RequirementCheck>,
    check: (cookies: readonly CookieSubject[]) => ReturnType<RequirementCheck>,
  ): RequirementCheck =>
  (subjects) => {
    const cookies = cookiesOf(subjects);
    return cookies.length === 0 ? none : check(cookies);
  };

/** The requirements of OWASP ASVS 5.0 that cookies and sessions are about, in our own words. */
export const ASVS: readonly RequirementForm[] = [
  asks(
    '3.3.1',
    'Cookies are Secure, and their names show it',
    'Every cookie has Secure, and its name begins with __Host- or, if not, with __Secure-.',
    about(ownCookies, NO_COOKIE, (cookies) => [haveSecure(cookies), havePrefix(cookies)]),
  ),
  asks(
    '3.3.2',
    'SameSite fits the purpose of each cookie',
    'Each cookie has the SameSite that its purpose requires, so that other sites cannot use it in their requests.',
    about(ownCookies, NO_COOKIE, (cookies) => [stateSameSite(cookies), fitSameSite(cookies)]),
  ),
  asks(
    '3.3.3',
    'Cookies are bound to their host',
    'Names begin with __Host-, except those of cookies that are meant to be shared with other hosts.',
    about(ownCookies, NO_COOKIE, (cookies) => [areHostOnly(cookies)]),
  ),
  asks(
    '3.3.4',
    'Scripts cannot read what signs the user in',
    'A cookie that scripts must not read, such as a session, has HttpOnly, and its value is sent to the browser only in Set-Cookie.',
    (subjects) => {
      const cookies = credentialCookies(subjects);
      if (cookies.length === 0) return NO_CREDENTIAL;
      return [
        haveHttpOnly(cookies),
        noIdInAddresses(subjects),
        openPart(s`nor in a page or another answer`, s`What pages hold is not recorded.`),
      ];
    },
  ),
  asks(
    '3.3.5',
    'Cookies are at most 4,096 octets long',
    'Name and value of a cookie together have at most 4,096 octets; otherwise browsers do not store it.',
    (subjects) =>
      ownCookies(subjects).length === 0 && subjects.lines.every(({ party }) => party !== 'own')
        ? NO_COOKIE
        : [fitIntoLimit(subjects)],
  ),
  asks(
    '3.4.1',
    'Browsers are told to use https only',
    'Every response has Strict-Transport-Security for a year or more; from level 2 on also for subdomains.',
    hstsParts,
  ),
  asks(
    '3.5.1',
    'Requests come from the application itself',
    'Where no preflight protects them, requests for sensitive functions are checked to come from the application, by a CSRF token or a header that other sites cannot send.',
    (subjects) => (subjects.sessions.length === 0 ? NO_SIGN_IN : forgeryParts(subjects)),
  ),
  asks(
    '7.2.3',
    'Session ids are long and random',
    'A session id is unique, comes from a cryptographic generator, and has 128 bits of entropy.',
    about(idsOf, NO_ID, entropyParts),
  ),
  asks(
    '7.2.4',
    'Signing in creates a new session',
    'Signing in, and signing in again, creates a new session and ends the previous one.',
    (subjects) => {
      const sessions = sessionsWithSignIn(subjects);
      return sessions.length === 0 ? NO_SIGN_IN : newIdParts(sessions, subjects.checks);
    },
  ),
  asks(
    '7.3.2',
    'Sessions end after a while',
    'After a maximum time, which depends on the risk, the user must sign in again, even when active.',
    (subjects) => (subjects.sessions.length === 0 ? NO_SIGN_IN : lifetimeParts(subjects.sessions, credentialCookies(subjects))),
  ),
  asks(
    '7.4.1',
    'Signing out ends the session',
    'After a sign-out or an expiry the session cannot be used any more: it is ended on the server, or its tokens are put on a list of revoked ones.',
    (subjects) => {
      const ends = signOutsOf(subjects);
      return ends.length === 0 ? NO_SIGN_OUT : signOutParts(ends, subjects);
    },
  ),
  asks(
    '9.1.2',
    'Tokens are signed and verified with allowed algorithms',
    'Only algorithms on an allowlist, and never none, are used to sign and verify tokens.',
    about(tokensOf, NO_TOKEN, (tokens) => [signedPart(tokens), onServer(s`and the server refuses every other algorithm`)]),
  ),
  asks(
    '9.1.3',
    'Keys come from a trusted source',
    'The key that verifies a token comes from a source configured beforehand; what a token says about its key is checked against an allowlist.',
    about(tokensOf, NO_TOKEN, (tokens) => [keyPart(tokens), onServer(s`and the server takes keys from its own list alone`)]),
  ),
  asks(
    '9.2.1',
    'Tokens are valid only within their time',
    'A token is accepted only between the times that it names.',
    about(tokensOf, NO_TOKEN, (tokens) => [endPart(tokens), onServer(s`and the server takes none before or after`)]),
  ),
  asks(
    '9.2.3',
    'A service accepts only tokens meant for it',
    'A service accepts only tokens that name it as their audience.',
    about(tokensOf, NO_TOKEN, (tokens) => [audiencePart(tokens), onServer(s`and the server takes none for others`)]),
  ),
  asks(
    '14.2.1',
    'No secrets in addresses',
    'Sensitive data is sent in bodies and headers; no address contains a session id or a key.',
    (subjects) =>
      subjects.site.hosts.size === 0
        ? { because: s`No request to the site was recorded.` }
        : [
            noIdInAddresses(subjects),
            openPart(s`nor anything else that is sensitive`, s`Which data is sensitive is the application’s to say.`),
          ],
  ),
  asks(
    '14.3.3',
    'The browser stores no sensitive data',
    'Data stored in the browser is not sensitive, except for session ids and tokens.',
    about(ownCookies, NO_COOKIE, (cookies) => [
      holdNothingPersonal(cookies),
      openPart(s`nor do localStorage, sessionStorage and IndexedDB`, s`Cookie Flow looks at cookies alone.`),
    ]),
  ),
];
