import { defineRule, fail, observed, pass } from './define';
import type { Examples } from './form/example';
import { asvs, cwe, mdn, wstg } from './form/link';
import { byAction } from './form/mend';
import { s } from './form/sentence';
import { always } from './form/severity';

export const sessionIdInReferer = defineRule({
  id: 'session-id-in-referer',
  scope: 'site',
  severity: always('error'),
  title: 'Do not tell other sites the session id',
  why: s`The browser tells each site that a page loads from which address the request came. With the session id in that address, every picture and script from elsewhere tells it on.`,
  links: [asvs('14.2.1'), mdn('Referrer-Policy', 'Reference/Headers/Referrer-Policy'), wstg('04'), cwe(598)],
  applies: () => true,
  check: (site) => {
    const leaks = site.leaks.filter(({ where }) => where === 'referer');
    return leaks.length === 0 ? pass : fail({ leaks });
  },
  heading: () => s`Do not tell other sites the session id`,
  found: (_, { leaks }) =>
    leaks.map(({ parameter, host, places }) =>
      observed(
        parameter === null ? s`${host} got it as ${'Referer'}.` : s`${host} got it as ${'Referer'}, in ${parameter}.`,
        places,
      ),
    ),
  fix: () =>
    byAction(
      null,
      s`Take the id out of addresses. Until then ${'Referrer-Policy: strict-origin-when-cross-origin'} keeps paths and parameters from other sites.`,
    ),
});

export const examples = (): Examples => [
  {
    says: 'a picture from elsewhere',
    steps: [
      {
        ask: 'GET https://ads.example/a.png',
        as: 'image',
        from: 'https://shop.example',
        top: 'https://shop.example/',
        headers: { referer: 'https://shop.example/cart;jsessionid=31D4D96E407AAD42' },
      },
      { ask: 'GET https://shop.example/', sets: ['theme=dark; Path=/'] },
    ],
    expect: 'fail',
  },
  {
    says: 'only the origin is told',
    steps: [
      {
        ask: 'GET https://ads.example/a.png',
        as: 'image',
        from: 'https://shop.example',
        top: 'https://shop.example/',
        headers: { referer: 'https://shop.example/' },
      },
      { ask: 'GET https://shop.example/', sets: ['theme=dark; Path=/'] },
    ],
    expect: 'pass',
  },
];
