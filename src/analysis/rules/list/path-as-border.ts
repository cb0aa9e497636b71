import { bytes } from '../../engine/base/bytes';
import { defineRule, fail, observed, pass } from '../engine/define';
import type { Examples } from '../engine/example';
import { byCookie } from '../engine/fix';
import { mdnSetCookie, rfc, wstg } from '../engine/link';
import { listOf, s } from '../engine/sentence';
import { credentials } from '../engine/severity';

export const pathAsBorder = defineRule({
  id: 'path-as-border',
  scope: 'cookie',
  severity: credentials('note'),
  harm: 'session-exposed',
  points: { error: 2, warning: 2, note: 2 },
  column: 'path',
  title: 'Do not rely on Path to keep others out',
  why: s`${'Path'} decides with which requests the browser sends the cookie, not who can get it: every page of the host, under any path, can load a page that has it in a frame and use its session. Only another host is a boundary.`,
  links: [rfc('8.6'), mdnSetCookie('pathpath-value'), wstg('02')],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => {
    if (cookie.path === '/') return pass;
    const others = pathsBeside(cookie.neighbours, cookie.path);
    return others.length === 0 ? pass : fail({ others });
  },
  heading: (cookie) => s`Do not rely on Path to keep ${cookie.name} from other pages of the host`,
  statements: (cookie, { others }) => [
    observed(s`It has ${`Path=${cookie.path}`}, and the same host answers ${listOf(others)} too.`, cookie.lines[0]?.places ?? []),
  ],
  fix: (cookie) =>
    byCookie(
      cookie,
      s`Give each application a host of its own. If there is only one, ${'Path=/'} says so and allows the prefix ${'__Host-'}.`,
      [{ kind: 'set', attribute: 'path', value: bytes('/') }],
      s`A refresh token limited to the one path that uses it is sent less often: that is a good reason to keep the Path.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'one host, two applications',
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
    title: 'the whole host is under that path',
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
