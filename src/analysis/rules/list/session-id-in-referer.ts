import { defineRule, fail, observed, pass } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, cwe, mdn, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

export const sessionIdInReferer = defineRule({
  id: 'session-id-in-referer',
  scope: 'site',
  severity: always('error'),
  harm: 'session-taken',
  points: { error: 30, warning: 15, note: 5 },
  column: null,
  title: 'Do not send the session id to other sites',
  why: s`The browser sends the address of the page to every site that the page loads something from. With the session id in that address, every image and script of another site reveals it.`,
  links: [asvs('14.2.1'), mdn('Referrer-Policy', 'Reference/Headers/Referrer-Policy'), wstg('04'), cwe(598)],
  applies: () => true,
  check: (site) => {
    const leaks = site.leaks.filter(({ where }) => where === 'referer');
    return leaks.length === 0 ? pass : fail({ leaks });
  },
  heading: () => s`Do not send the session id to other sites`,
  statements: (_, { leaks }) =>
    leaks.map(({ parameter, host, places }) =>
      observed(
        parameter === null ? s`${host} got it as ${'Referer'}.` : s`${host} got it as ${'Referer'}, in ${parameter}.`,
        places,
      ),
    ),
  fix: () =>
    byAction(
      null,
      s`Remove the id from addresses. Until then ${'Referrer-Policy: strict-origin-when-cross-origin'} hides paths and parameters from other sites.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'a picture from elsewhere',
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
    title: 'only the origin is told',
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
