import { defineRule, fail, observed, pass } from './define';
import type { Examples } from './form/example';
import { mdn, mdnSetCookie, rfc } from './form/link';
import { byCookie } from './form/mend';
import { counted, listed, s } from './form/sentence';
import { always } from './form/severity';

const ENOUGH = 5;

export const sentToStaticHost = defineRule({
  id: 'sent-to-static-host',
  scope: 'cookie',
  severity: always('note'),
  title: 'Keep cookies from hosts that serve files',
  why: s`A host of pictures, scripts and fonts has no use for cookies. They make every request longer, and the session passes through one more machine.`,
  links: [rfc('5.1.3'), mdnSetCookie('domaindomain-value'), mdn('Cookies', 'Guides/Cookies')],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own' && !cookie.hostOnly,
  check: (cookie) => {
    const hosts = [...cookie.hosts].filter(([, use]) => use.dynamic === 0 && use.sent >= ENOUGH);
    const elsewhere = [...cookie.hosts.values()].some((use) => use.dynamic > 0);
    return hosts.length === 0 || !elsewhere ? pass : fail({ hosts });
  },
  heading: (cookie, { hosts }) => s`Stop sending ${cookie.name} to ${listed(hosts.map(([host]) => host))}`,
  found: (cookie, { hosts }) =>
    hosts.map(([host, use]) =>
      observed(
        s`${[counted(use.sent, 'request')]} for files of ${host} carried it, ${cookie.name.length + (cookie.last?.value.length ?? 0) + 3} octets each.`,
        use.places,
      ),
    ),
  fix: (cookie) =>
    byCookie(cookie, s`Leave ${'Domain'} out, or serve files from a domain of their own.`, [
      { kind: 'drop', attribute: 'domain' },
    ]),
});

export const examples = (): Examples => [
  {
    says: 'a cart goes along with every picture',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['cart=7; Domain=shop.example; Path=/; Secure'] },
      ...Array.from({ length: 6 }, (_, i) => ({
        ask: `GET https://img.shop.example/${i}.png`,
        as: 'image' as const,
        from: 'https://shop.example',
        sends: 'cart=7',
      })),
      { ask: 'GET https://shop.example/cart', sends: 'cart=7' },
    ],
    roles: { cart: 'cart' },
    of: 'cart',
    expect: 'fail',
  },
  {
    says: 'pictures come from the host itself',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['cart=7; Domain=shop.example; Path=/; Secure'] },
      ...Array.from({ length: 6 }, (_, i) => ({
        ask: `GET https://shop.example/${i}.png`,
        as: 'image' as const,
        from: 'https://shop.example',
        sends: 'cart=7',
      })),
      { ask: 'GET https://shop.example/cart', sends: 'cart=7' },
    ],
    roles: { cart: 'cart' },
    of: 'cart',
    expect: 'pass',
  },
];
