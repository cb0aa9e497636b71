import { answersOf, difference, type Profile } from '../base/profile';

/** Where the profiles read a header line differently. `verdict/access/browsers.ts` shows these rows beside its own. */
export const HEADER_DIFFERENCES = {
  lastOccurrence: difference<'valid' | 'textual'>({
    about: 'Which Max-Age and Expires count when one is repeated',
    spec: 'valid',
    chromium: 'textual',
    firefox: 'textual',
    source:
      'RFC 6265bis §5.6 (only processed attributes are listed); measured: `Max-Age=86400; Max-Age="60"` is a session cookie',
  }),
  longFlag: difference<'ignored' | 'counts'>({
    about: 'Secure, HttpOnly or Partitioned with a value over 1024 octets',
    spec: 'ignored',
    chromium: 'ignored',
    firefox: 'counts',
    source: 'Measured: `Secure=` and 1025 octets still sets Secure in Firefox 153',
  }),
  innerTab: difference<'kept' | 'refused'>({
    about: 'A TAB inside a name, a value or an attribute',
    spec: 'kept',
    chromium: 'refused',
    firefox: 'kept',
    source: 'Measured on Chromium 156, even in an unknown attribute; Firefox CheckName and CheckValue leave out 09',
  }),
  maxAgeNumber: difference<'digits' | 'signed' | 'leading-minus'>({
    about: 'What Max-Age takes as a number',
    spec: 'digits',
    chromium: 'signed',
    firefox: 'leading-minus',
    source: 'Measured: `+50` is 50 s in Chromium 156; `-`, `-x` and `-6 0` mean expired in Firefox 153',
  }),
  dateParser: difference<'cookie-date' | 'chromium' | 'nspr'>({
    about: 'How Expires is read',
    spec: 'cookie-date',
    chromium: 'chromium',
    firefox: 'nspr',
    source: 'RFC 6265bis §5.6.1; net/cookies/cookie_util.cc; NSPR PR_ParseTimeString; both measured',
  }),
} as const;

export type Dialect = ReturnType<typeof answersOf<typeof HEADER_DIFFERENCES>>;

const DIALECTS: Readonly<Record<Profile, Dialect>> = {
  spec: answersOf(HEADER_DIFFERENCES, 'spec'),
  chromium: answersOf(HEADER_DIFFERENCES, 'chromium'),
  firefox: answersOf(HEADER_DIFFERENCES, 'firefox'),
};

/** How one profile reads a header line. */
export const dialectOf = (profile: Profile): Dialect => DIALECTS[profile];
