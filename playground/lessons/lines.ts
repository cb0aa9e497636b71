import type { Lesson } from './lesson';

/** What a cookie is: set in one response, carried by the next request. */
export const LINE_LESSONS = [
  {
    id: 'sign-in',
    title: 'The sign-in: two requests and a cookie between them',
    teaches:
      'HTTP forgets everything between two requests. A cookie set in one response and sent with the next request is how the server knows you again.',
    look: 'Register, sign in, then open the account page. Choose POST /sign-in in the panel: the response arrow sets the session id. Choose GET /account: the request arrow carries it.',
    leads: [
      { to: '/register', label: 'Register' },
      { to: '/sign-in', label: 'Sign in' },
      { to: '/account', label: 'The protected page' },
    ],
  },
  {
    id: 'lines',
    title: 'Several Set-Cookie lines, one Cookie header',
    teaches:
      'A response sets each cookie with a line of its own. The browser sends all of them back in one header: longer paths first, then older cookies first.',
    look: 'Send the lines, then ask what came back: one bead a line on the response, one header with all of them on the request.',
    leads: [{ to: '/see/lines', label: 'Ask what came back' }],
    exhibits: [
      {
        id: 'two',
        title: 'Two cookies in one response',
        lines: ['yummy_cookie=chocolate', 'tasty_cookie=strawberry'],
        look: 'Two lines without any attribute: each browser applies its own defaults to SameSite.',
      },
      {
        id: 'replaced',
        title: 'The same cookie again, with another value',
        lines: ['yummy_cookie=oatmeal'],
        look: 'The outcome is “replaced”: name, host and path are the same.',
      },
      {
        id: 'deleted',
        title: 'And its end',
        lines: ['yummy_cookie=; Max-Age=0'],
        look: 'A lifetime in the past deletes. The outcome is “deleted”, not “stored”.',
      },
    ],
  },
  {
    id: 'redirects',
    title: 'A redirect chain with cookies on each hop',
    teaches: 'Each answer of a chain may set cookies, and the very next hop carries them.',
    look: 'Follow the chain: three hops share a rail in the list, and each hop sends what the one before it set.',
    leads: [{ to: '/see/redirects/first', label: 'Follow the chain' }],
  },
  {
    id: 'size',
    title: 'How large a cookie may be',
    teaches:
      'Name and value together may have 4096 octets; a larger cookie is refused as a whole. An attribute over 1024 octets is ignored, and the cookie is not.',
    look: 'Send each and compare: the size column, and the note with the octets that are too many.',
    exhibits: [
      {
        id: 'oversized',
        title: 'One octet too many',
        lines: [`oversized=${'x'.repeat(4096 - 'oversized'.length + 1)}; Path=/see; SameSite=Lax`],
        look: 'Rejected: name and value have 4097 octets.',
      },
      {
        id: 'brim',
        title: 'Full to the brim',
        lines: [`brim=${'x'.repeat(4096 - 'brim'.length)}; Path=/see; SameSite=Lax`],
        look: 'Stored: 4096 octets. Every request to /see now carries four kilobytes more.',
      },
      {
        id: 'long-attribute',
        title: 'An attribute that is too long',
        lines: [`long_path=1; SameSite=Lax; Path=/${'x'.repeat(1024)}`],
        look: 'Stored, but Path is ignored: the cookie gets the default path instead.',
      },
    ],
  },
  {
    id: 'values',
    title: 'Odd values: what may stand in a cookie',
    teaches:
      'A value is octets up to the next semicolon. Servers encode what does not fit, most often as in a URL; browsers decode nothing.',
    look: 'The raw line is coloured by part, and the decoded value stands beside it.',
    exhibits: [
      {
        id: 'encoded',
        title: 'URL-encoded',
        lines: ['city=S%C3%A3o%20Paulo%3B%20Brasil; Path=/; SameSite=Lax'],
        look: 'Stored as it stands. Decoded it reads “São Paulo; Brasil”.',
      },
      {
        id: 'utf-8',
        title: 'Octets beyond ASCII',
        lines: ['greeting=Grüße 🍪; Path=/; SameSite=Lax'],
        look: 'Stored: the octets are kept. The standard asks servers not to do this, as not every server reads them alike.',
      },
      {
        id: 'quotes',
        title: 'Quotes, spaces and commas',
        lines: ['quoted="a b, c"; Path=/; SameSite=Lax'],
        look: 'Stored with its quotes: to a browser they are part of the value.',
      },
      {
        id: 'markup',
        title: 'Markup in a value',
        lines: ['markup=<b onclick="x()">bold</b>; Path=/; SameSite=Lax'],
        look: 'Shown as text, never as markup.',
      },
      {
        id: 'nameless',
        title: 'Without a name',
        lines: ['lonely; Path=/; SameSite=Lax'],
        look: 'Chromium stores a value without a name, Firefox a name without a value.',
      },
      {
        id: 'tab',
        title: 'A tab inside the value',
        lines: ['tabbed=a\tb; Path=/; SameSite=Lax'],
        look: 'Firefox stores it, as the standard says. Chromium refuses the line.',
      },
    ],
  },
] as const satisfies readonly Lesson[];
