import type { SetLine } from '../../replay/rows/exchange';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

export const setTwice = defineRule({
  id: 'set-twice',
  scope: 'line',
  severity: credentials('warning', 'note'),
  harm: 'cookie-broken',
  points: { error: 5, warning: 5, note: 1 },
  column: 'name',
  title: 'Set a cookie once per response',
  why: s`A response should not set the same cookie twice. The last line counts; proxies and libraries that keep headers in a map may drop the other one.`,
  links: [rfc('4.1.1'), mdnSetCookie()],
  applies: (line) => line.exchange.lines.length > 1,
  check: ({ exchange, set }) => {
    const twins = exchange.lines.filter((other) => isSame(other, set));
    // Reported once, for the line that counts.
    const last = twins.at(-1);
    return twins.length > 1 && last === set
      ? fail({ times: twins.length, differ: new Set(twins.map((twin) => twin.line)).size > 1 })
      : pass;
  },
  mitigated: (_, { differ }) => !differ,
  heading: (line) => s`Set ${line.read.name} once in a response`,
  statements: (line, { times, differ }) => [
    observed(
      differ
        ? s`One response sets it ${times} times, with different lines.`
        : s`One response sets it ${times} times, with the same line.`,
      line.places,
    ),
    predicted(s`The last line counts.`),
  ],
  fix: () =>
    byAction(
      null,
      s`Find the two places that set it; often a framework writes the session once when it starts and once when it is changed.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'one response, two session ids',
    steps: [
      {
        ask: 'POST https://shop.example/login',
        sets: ['sid=aaaa1111bbbb2222; Path=/; Secure; HttpOnly', 'sid=cccc3333dddd4444; Path=/; Secure; HttpOnly'],
      },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    title: 'deleted in one scope and set in another',
    steps: [
      {
        ask: 'POST https://shop.example/login',
        sets: ['sid=; Domain=shop.example; Path=/; Max-Age=0', 'sid=cccc3333dddd4444; Path=/; Secure; HttpOnly'],
      },
    ],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
];

/** Same name and scope as written: one cookie. */
const isSame = (a: SetLine, b: SetLine): boolean =>
  a.parsed.name === b.parsed.name &&
  (a.parsed.domain ?? '').toLowerCase() === (b.parsed.domain ?? '').toLowerCase() &&
  a.parsed.path === b.parsed.path;
