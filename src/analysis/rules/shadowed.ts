import { defineRule, fail, observed, pass, predicted } from './define';
import type { Examples } from './form/example';
import { asvs, rfc, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { counted, s } from './form/sentence';
import { credentials } from './form/severity';

export const shadowed = defineRule({
  id: 'shadowed',
  scope: 'cookie',
  severity: { ...credentials('warning', 'note'), 'csrf-token': 'warning' },
  title: 'Keep one cookie of that name',
  why: s`When two cookies of one name fit a request, both are sent and nothing tells the server which is which. Most servers take the first, some the last: a stale or planted cookie can win.`,
  links: [rfc('5.8.3'), asvs('3.3.3'), wstg('02'), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null,
  check: (cookie) => (cookie.shadowed.count > 0 ? fail(null) : pass),
  heading: (cookie) => s`Keep one cookie named ${cookie.name}`,
  found: (cookie) => [
    observed(
      s`${[counted(cookie.shadowed.count, 'request')]} carried another ${cookie.name} before it: same name, other ${'Domain'} or ${'Path'}.`,
      cookie.shadowed.places,
    ),
    predicted(s`A server that takes the first one never sees this one.`),
  ],
  fix: (cookie) =>
    byAction(
      'delete-cookie',
      s`Set it with one ${'Domain'} and ${'Path'} everywhere, and delete the other: a deletion must name the ${'Domain'} and ${'Path'} that it was set with. This one has ${cookie.hostOnly ? 'no Domain' : `Domain=${cookie.domain}`} and ${`Path=${cookie.path}`}.`,
    ),
});

export const examples = (): Examples => [
  {
    says: 'a session id for one host and another for the whole domain',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['sid=aaaa1111; Path=/', 'sid=bbbb2222; Domain=shop.example; Path=/'] },
      { ask: 'GET https://shop.example/account', sends: 'sid=aaaa1111; sid=bbbb2222' },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    says: 'one session id',
    steps: [
      { ask: 'GET https://shop.example/', sets: ['sid=aaaa1111; Path=/'] },
      { ask: 'GET https://shop.example/account', sends: 'sid=aaaa1111' },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
];
