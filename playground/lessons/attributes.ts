import type { Lesson } from './lesson';

/** What each attribute and prefix does. */
export const ATTRIBUTES = [
  {
    id: 'http-only',
    title: 'HttpOnly: out of reach of scripts',
    teaches: 'A cookie with HttpOnly goes to the server only. A script that got into the page cannot read it.',
    look: 'Send both lines, then read what a script sees at the end of this page: one of the two.',
    leads: [{ to: 'desk:/#no-httponly', label: 'Take HttpOnly off the session cookie' }],
    exhibits: [
      {
        id: 'both',
        title: 'One with, one without',
        lines: ['for_scripts=1; Path=/; SameSite=Lax', 'for_the_server=1; Path=/; HttpOnly; SameSite=Lax'],
        look: 'Both are sent to the server; only the first is in document.cookie.',
      },
    ],
  },
  {
    id: 'secure',
    title: 'Secure: not over a line that others can read',
    teaches:
      'A Secure cookie is set and sent over https only. Browsers count loopback hosts such as this one as trustworthy, which is why it works here over http.',
    look: 'Stored here; the explanation says why. The panel’s Lab shows the same line refused on http://shop.example.',
    leads: [{ to: 'desk:/#no-secure', label: 'Take Secure off the session cookie' }],
    exhibits: [
      {
        id: 'loopback',
        title: 'Secure on a loopback host',
        lines: ['locked=1; Path=/; Secure; SameSite=Lax'],
        look: 'Stored: http://shop.localhost is trustworthy though it is not https.',
      },
      {
        id: 'overwrite',
        title: 'The same name without Secure',
        lines: ['locked=2; Path=/; SameSite=Lax'],
        look: 'Replaced here; from an http page that is not trustworthy it would be refused, so that Secure cookies are left alone.',
      },
    ],
  },
  {
    id: 'domain',
    title: 'Domain: this host, or all below it',
    teaches:
      'Without Domain a cookie goes to the very host that set it. With Domain it goes to that domain and to every host below. A host may name itself or a parent, never a child, another site or a public suffix.',
    look: 'Send each, then look at the requests to cdn.shop.localhost (the style sheet): only the second cookie goes along.',
    leads: [{ to: 'desk:/#broad-domain', label: 'Give the session cookie a broad Domain' }],
    exhibits: [
      {
        id: 'host-only',
        title: 'Host only',
        lines: ['narrow=1; Path=/; SameSite=Lax'],
        look: 'Sent to shop.localhost and nowhere else.',
      },
      {
        id: 'whole-domain',
        title: 'The whole domain',
        lines: ['wide=1; Path=/; Domain=shop.localhost; SameSite=Lax'],
        look: 'Sent to shop.localhost and to cdn.shop.localhost.',
      },
      {
        id: 'child',
        title: 'A host below',
        lines: ['child=1; Path=/; Domain=cdn.shop.localhost'],
        look: 'Rejected: the request was not to that host.',
      },
      {
        id: 'other',
        title: 'Another site',
        lines: ['other=1; Path=/; Domain=ads.localhost'],
        look: 'Rejected: no site sets cookies for another.',
      },
      {
        id: 'suffix',
        title: 'A public suffix',
        lines: ['everyone=1; Path=/; Domain=localhost'],
        look: 'Rejected: the cookie would go to every site under that suffix.',
      },
    ],
  },
  {
    id: 'path',
    title: 'Path: which part of the site',
    teaches:
      'A cookie with Path goes to that path and what is below it. It keeps a cookie out of requests, not out of reach: every page of the host can get at it.',
    look: 'Send the line, then open the three pages: the cookie goes to the first two. For the third it is listed as withheld: path.',
    leads: [
      { to: '/see/path', label: '/see/path' },
      { to: '/see/path/below', label: '/see/path/below' },
      { to: '/see/pathology', label: '/see/pathology (starts alike, but no slash follows)' },
      { to: '/account', label: '/account (once signed in, its tabs set a cookie for /account)' },
    ],
    exhibits: [
      {
        id: 'here',
        title: 'For this page and below',
        lines: ['here=1; Path=/see/path; SameSite=Lax'],
        look: 'Stored with the path /see/path.',
      },
    ],
  },
  {
    id: 'lifetime',
    title: 'Max-Age and Expires: how long it lives',
    teaches:
      'Max-Age counts seconds, Expires names a date in GMT; Max-Age wins where both are given. With neither, the cookie ends with the browser’s session. No cookie lives longer than 400 days.',
    look: 'Compare the Expires column in words. “Remember me” at sign-in is a Max-Age of 30 days.',
    leads: [{ to: '/sign-in', label: 'Sign in with “remember me”' }],
    exhibits: [
      {
        id: 'session',
        title: 'Neither',
        lines: ['until_closed=1; Path=/; SameSite=Lax'],
        look: 'Ends with the browser’s session.',
      },
      { id: 'max-age', title: 'Max-Age', lines: ['for_an_hour=1; Path=/; Max-Age=3600; SameSite=Lax'], look: 'Ends in an hour.' },
      {
        id: 'both',
        title: 'Both, which disagree',
        lines: ['both=1; Path=/; Max-Age=3600; Expires=Thu, 31 Oct 2041 07:28:00 GMT; SameSite=Lax'],
        look: 'Max-Age wins: an hour.',
      },
      {
        id: 'past',
        title: 'A date in the past',
        lines: ['id=a3fWa; Path=/; Expires=Thu, 21 Oct 2021 07:28:00 GMT; Secure; HttpOnly'],
        look: 'Deletes what there is; nothing is stored.',
      },
      {
        id: 'invalid',
        title: 'A date that is none',
        lines: ['someday=1; Path=/; Expires=next Tuesday; SameSite=Lax'],
        look: 'The attribute is ignored: a session cookie.',
      },
      {
        id: 'cap',
        title: 'Ten years',
        lines: ['decade=1; Path=/; Max-Age=315360000; SameSite=Lax'],
        look: 'Cut to 400 days.',
      },
    ],
  },
  {
    id: 'priority',
    title: 'Priority, and too many cookies',
    teaches:
      'A site may keep about 180 cookies. Above that the browser evicts: in Chromium cookies of low Priority go first, then those unused the longest.',
    look: 'Send the three, then the crowd: see which cookies are evicted.',
    exhibits: [
      {
        id: 'three',
        title: 'Low, Medium, High',
        lines: [
          'p_low=1; Path=/see; Priority=Low',
          'p_medium=1; Path=/see; Priority=Medium',
          'p_high=1; Path=/see; Priority=High',
        ],
        look: 'Chromium keeps the priority; Firefox does not know the attribute.',
      },
      {
        id: 'crowd',
        title: 'A crowd of 190',
        lines: Array.from({ length: 190 }, (_, at) => `c${at}=1; Path=/see; Priority=Low`),
        look: 'More than a site may keep: the browser evicts down to 150.',
      },
    ],
  },
  {
    id: 'prefixes',
    title: 'Prefixes: a name that promises',
    teaches:
      'A browser stores a cookie with one of these names only if the line keeps the promise. A server that sees the name back can rely on it.',
    look: 'Each pair: a line that keeps its promise, and one that breaks it and is rejected.',
    exhibits: [
      {
        id: 'secure',
        title: '__Secure-: with Secure',
        lines: ['__Secure-kept=1; Path=/; Secure; SameSite=Lax', '__Secure-broken=1; Path=/; SameSite=Lax'],
        look: 'The second lacks Secure: rejected.',
      },
      {
        id: 'host',
        title: '__Host-: this very host, all paths',
        lines: [
          '__Host-kept=1; Path=/; Secure; SameSite=Lax',
          '__Host-broken=1; Path=/; Secure; Domain=shop.localhost; SameSite=Lax',
        ],
        look: 'The second has a Domain: rejected.',
      },
      {
        id: 'http',
        title: '__Http-: never from a script',
        lines: ['__Http-kept=1; Path=/; Secure; HttpOnly; SameSite=Lax', '__Http-broken=1; Path=/; Secure; SameSite=Lax'],
        look: 'The second lacks HttpOnly: Chromium rejects it.',
      },
      {
        id: 'host-http',
        title: '__Host-Http-: all of it',
        lines: [
          '__Host-Http-kept=1; Path=/; Secure; HttpOnly; SameSite=Lax',
          '__Host-Http-broken=1; Path=/see; Secure; HttpOnly; SameSite=Lax',
        ],
        look: 'The second has another path than “/”: rejected.',
      },
    ],
  },
  {
    id: 'script',
    title: 'Cookies set by a script',
    teaches:
      'A script of the page can set cookies without any response, but none with HttpOnly, and it cannot overwrite one that has it.',
    look: 'This page’s script has just set one: a row of its own in the list, without a request.',
    script: '/script-cookie.js',
  },
] as const satisfies readonly Lesson[];
