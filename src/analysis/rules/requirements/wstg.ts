import { wstg as link } from '../engine/link';
import { s } from '../engine/sentence';
import {
  areStored,
  areUnshadowed,
  credentialCookies,
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
import { audiencePart, endPart, entropyParts, keyPart, NO_TOKEN, onServer, signedPart, tokensOf } from './of-tokens';
import { hstsParts, noIdInAddresses, staysEncrypted } from './of-transport';
import { openPart, type RequirementCheck, type RequirementForm } from './requirement';

const tests = (number: string, title: string, means: string, check: RequirementCheck): RequirementForm => ({
  standard: 'WSTG',
  id: `SESS-${number}`,
  url: link(number).url,
  title,
  means,
  check,
});

/** The tests of the OWASP WSTG's chapter on sessions, as far as watching can do them. */
export const WSTG: readonly RequirementForm[] = [
  tests(
    '01',
    'How sessions are made',
    'Ids cannot be guessed or forged: enough randomness, and nothing in them that a visitor may change.',
    (subjects) => {
      const cookies = credentialCookies(subjects);
      return cookies.length === 0
        ? NO_CREDENTIAL
        : [...entropyParts(cookies), holdNothingPersonal(cookies), onServer(s`and a changed value is refused`)];
    },
  ),
  tests(
    '02',
    'Attributes of cookies',
    'Cookies have the attributes and prefixes that protect them, and no wider scope than they need.',
    (subjects) => {
      const cookies = ownCookies(subjects);
      if (cookies.length === 0) return NO_COOKIE;
      const credentials = credentialCookies(subjects);
      return [
        haveSecure(cookies),
        ...(credentials.length === 0 ? [] : [haveHttpOnly(credentials)]),
        stateSameSite(cookies),
        fitSameSite(cookies),
        havePrefix(cookies),
        areStored(subjects),
        areUnshadowed(cookies),
      ];
    },
  ),
  tests('03', 'Session fixation', 'An id that existed before the sign-in does not sign the user in after it.', (subjects) => {
    const sessions = sessionsWithSignIn(subjects);
    return sessions.length === 0 ? NO_SIGN_IN : newIdParts(sessions, subjects.checks);
  }),
  tests(
    '04',
    'Exposed session variables',
    'Ids are sent encrypted, are in no address, and are stored in no shared cache.',
    (subjects) =>
      credentialCookies(subjects).length === 0
        ? NO_CREDENTIAL
        : [
            staysEncrypted(subjects),
            noIdInAddresses(subjects),
            openPart(s`and no cache in between stores them`, s`Caches in between are not in the traffic.`),
          ],
  ),
  tests('05', 'Request forgery', 'Another site cannot make the browser send a request that changes something.', (subjects) =>
    subjects.sessions.length === 0 ? NO_SIGN_IN : forgeryParts(subjects),
  ),
  tests('06', 'Signing out', 'Signing out ends the session in the browser and on the server.', (subjects) => {
    const ends = signOutsOf(subjects);
    return ends.length === 0 ? NO_SIGN_OUT : signOutParts(ends, subjects);
  }),
  tests('07', 'Timeout', 'The server ends a session after some time.', (subjects) =>
    subjects.sessions.length === 0 ? NO_SIGN_IN : lifetimeParts(subjects.sessions, credentialCookies(subjects)),
  ),
  tests('08', 'Session puzzling', 'One and the same session variable is not used for two things.', (subjects) =>
    subjects.sessions.length === 0
      ? NO_SIGN_IN
      : [openPart(s`pages set and read variables for one purpose each`, s`It takes walking the application in unusual orders.`)],
  ),
  tests(
    '09',
    'Session hijacking',
    'Someone who listens on the network or controls a subdomain cannot get a session.',
    (subjects) =>
      credentialCookies(subjects).length === 0
        ? NO_CREDENTIAL
        : [haveSecure(credentialCookies(subjects)), staysEncrypted(subjects), ...hstsParts(subjects)],
  ),
  tests(
    '10',
    'JSON Web Tokens',
    'Tokens are signed, expire, name their audience, and contain only what every reader may know.',
    (subjects) => {
      const tokens = tokensOf(subjects);
      return tokens.length === 0
        ? NO_TOKEN
        : [
            signedPart(tokens),
            keyPart(tokens),
            endPart(tokens),
            audiencePart(tokens),
            holdNothingPersonal(tokens),
            onServer(s`and the server checks all of it`),
          ];
    },
  ),
  tests('11', 'Sessions at the same time', 'What happens when one account signs in twice is decided and shown.', (subjects) =>
    subjects.sessions.length === 0
      ? NO_SIGN_IN
      : [openPart(s`the application decides about a second session`, s`It takes a second browser.`)],
  ),
];
