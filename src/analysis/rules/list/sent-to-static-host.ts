import { defineRule, fail, observed, pass } from '../engine/define';
import type { Examples } from '../engine/example';
import { byCookie } from '../engine/fix';
import { mdn, mdnSetCookie, rfc } from '../engine/link';
import { counted, listOf, s } from '../engine/sentence';
import { always } from '../engine/severity';

const ENOUGH = 5;

export const sentToStaticHost = defineRule({
  id: 'sent-to-static-host',
  scope: 'cookie',
  severity: always('note'),
  harm: 'session-exposed',
  points: { error: 0, warning: 0, note: 0 },
  column: 'domain',
  title: 'Keep cookies from hosts that serve files',
  why: s`A host that serves images, scripts and fonts needs no cookies. They make every request larger, and the session reaches one more machine.`,
  links: [rfc('5.1.3'), mdnSetCookie('domaindomain-value'), mdn('Cookies', 'Guides/Cookies')],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own' && !cookie.hostOnly,
  check: (cookie) => {
    const hosts = [...cookie.hosts].filter(([, use]) => use.dynamic === 0 && use.sent >= ENOUGH);
    const elsewhere = [...cookie.hosts.values()].some((use) => use.dynamic > 0);
    return hosts.length === 0 || !elsewhere ? pass : fail({ hosts });
  },
  heading: (cookie, { hosts }) => s`Stop sending ${cookie.name} to ${listOf(hosts.map(([host]) => host))}`,
  statements: (cookie, { hosts }) =>
    hosts.map(([host, use]) =>
      observed(
        s`${[counted(use.sent, 'request')]} for files of ${host} were sent with it, ${cookie.name.length + (cookie.last?.value.length ?? 0) + 3} octets each.`,
        use.places,
      ),
    ),
  fix: (cookie) =>
    byCookie(cookie, s`Leave ${'Domain'} out, or serve files from a separate domain.`, [{ kind: 'drop', attribute: 'domain' }]),
});

export const examples = (): Examples => [
  {
    title: 'a cart goes along with every picture',
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
    title: 'pictures come from the host itself',
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
