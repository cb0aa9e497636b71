import type { Lesson } from './lesson';

/** What changes when more than one site has a part in it. */
export const SITES = [
  {
    id: 'same-site',
    title: 'SameSite: who started the request',
    teaches:
      'Strict goes along only with requests that the site itself started. Lax also when somebody comes by a link. None always, and needs Secure. Without the attribute Chromium takes Lax, Firefox None.',
    look: 'Send the five lines, then go to the advertiser and come back by its link, by its form and by its picture. What stays behind is listed as withheld, with the reason.',
    leads: [{ to: 'ads:/', label: 'Go to the advertiser' }],
    exhibits: [
      {
        id: 'five',
        title: 'One of each',
        lines: [
          'ss_strict=1; Path=/; Secure; SameSite=Strict',
          'ss_lax=1; Path=/; Secure; SameSite=Lax',
          'ss_none=1; Path=/; Secure; SameSite=None',
          'ss_absent=1; Path=/; Secure',
          'ss_unknown=1; Path=/; Secure; SameSite=Lex',
        ],
        look: 'All are stored. An unknown value counts as if the attribute were absent.',
      },
      {
        id: 'none-without-secure',
        title: 'None without Secure',
        lines: ['ss_insecure=1; Path=/; SameSite=None'],
        look: 'Rejected by both browsers.',
      },
    ],
  },
  {
    id: 'third-party',
    title: 'Third-party cookies: another site in the page',
    teaches:
      'An embedded frame or picture has cookies of its own site. Browsers block them or keep them apart for each top-level site; Partitioned asks for the latter.',
    look: 'Open the offers twice. The frame’s requests carry the third-party mark. The partitioned cookie comes back; what became of the other depends on the browser.',
    leads: [
      { to: '/offers', label: 'The offers, with an advertisement' },
      { to: 'ads:/', label: 'The advertiser as a site of its own: it does not know the cookie it set in the shop' },
    ],
  },
  {
    id: 'partitioned',
    title: 'Partitioned: a jar for each top-level site',
    teaches: 'A partitioned cookie is kept under the site in the address bar. It needs Secure.',
    look: 'The second line is refused by both browsers.',
    exhibits: [
      {
        id: 'both',
        title: 'With and without Secure',
        lines: ['apart=1; Path=/; Secure; SameSite=None; Partitioned', 'apart_broken=1; Path=/; SameSite=Lax; Partitioned'],
        look: 'The first is stored under the key of shop.localhost; the second is refused.',
      },
    ],
  },
] as const satisfies readonly Lesson[];
