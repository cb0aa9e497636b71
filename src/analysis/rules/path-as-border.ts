import { bytes } from '../facts/bytes';
import { defineRule, fail, observed, pass } from './define';
import type { Examples } from './form/example';
import { mdnSetCookie, rfc, wstg } from './form/link';
import { byCookie } from './form/mend';
import { listed, s } from './form/sentence';
import { credentials } from './form/severity';

export const pathAsBorder = defineRule({
  id: 'path-as-border',
  scope: 'cookie',
  severity: credentials('note'),
  title: 'Do not count on Path to keep others out',
  why: s`${'Path'} decides with which requests the browser sends the cookie, not who can get it: every page of the host, under any path, can load the one that has it in a frame and use its session. Only another host is a border.`,
  links: [rfc('8.6'), mdnSetCookie('pathpath-value'), wstg('02')],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => {
    if (cookie.path === '/') return pass;
    const others = pathsBeside(cookie.neighbours, cookie.path);
    return others.length === 0 ? pass : fail({ others });
  },
  heading: (cookie) => s`Do not count on Path to keep ${cookie.name} from other pages of the host`,
  found: (cookie, { others }) => [
    observed(s`It has ${`Path=${cookie.path}`}, and the same host answers ${listed(others)} too.`, cookie.lines[0]?.places ?? []),
  ],
  fix: (cookie) =>
    byCookie(
      cookie,
      s`Give each application a host of its own. If there is only one, ${'Path=/'} says so and lets the name bear ${'__Host-'}.`,
      [{ kind: 'set', attribute: 'path', value: bytes('/') }],
      s`A refresh token under the one path that takes it is sent less often, and that is a good reason to leave it so.`,
    ),
});

export const examples = (): Examples => [
  {
    says: 'one host, two applications',
    steps: [
      { ask: 'POST https://shop.example/admin/login', sets: ['sid=31d4d96e407aad42; Path=/admin; Secure; HttpOnly'] },
      { ask: 'GET https://shop.example/admin/', sends: 'sid=31d4d96e407aad42' },
      { ask: 'GET https://shop.example/blog/' },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    says: 'the whole host is under that path',
    steps: [
      { ask: 'POST https://shop.example/app/login', sets: ['JSESSIONID=31D4D96E407AAD42; Path=/app; Secure; HttpOnly'] },
      { ask: 'GET https://shop.example/app/', sends: 'JSESSIONID=31D4D96E407AAD42' },
    ],
    roles: { JSESSIONID: 'session-id' },
    of: 'JSESSIONID',
    expect: 'pass',
  },
];

/** Pages of the host outside the cookie's path, the start page and well-known files aside. */
function pathsBeside(pages: ReadonlySet<string>, path: string): readonly string[] {
  const inside = path.endsWith('/') ? path : `${path}/`;
  return [...pages].filter(
    (page) => page !== '/' && page !== path && !page.startsWith(inside) && !page.startsWith('/.well-known/'),
  );
}
