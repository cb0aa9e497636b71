import { isPartOfOther } from '../../session/shared/role-kinds';
import { idSeries } from '../../session/values/entropy';
import { defineRule, fail, observed, pass, unknown } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

export const predictableId = defineRule({
  id: 'predictable-id',
  scope: 'cookie',
  severity: credentials('error'),
  harm: 'session-taken',
  points: { error: 50, warning: 25, note: 10 },
  column: 'value',
  title: 'Make ids that cannot be guessed from others',
  why: s`When each id follows from the one before, one’s own id reveals the ids of all others.`,
  links: [asvs('7.2.3'), wstg('01'), cwe(340), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => {
    if (isPartOfOther(cookie.name, cookie.role)) return pass;
    if (cookie.role.confidence === 'low') return unknown(s`what the cookie is for`);
    const series = idSeries(cookie.values);
    if (series === null) return unknown(s`a second id to compare with: sign in and out, or clear the cookie and reload`);
    return series.sequential ? fail({ of: cookie.values.length }) : pass;
  },
  heading: (cookie) => s`Make ids of ${cookie.name} that cannot be guessed`,
  statements: (cookie, { of }) => [observed(s`${of} ids in a row count up by small steps.`, cookie.lines[0]?.places ?? [])],
  fix: () =>
    byAction(null, s`Take ids from the system’s cryptographic generator. An id must not consist of a counter or a clock alone.`),
});

export const examples = (): Examples => [
  {
    title: 'ids that count',
    steps: ['1001', '1002', '1005'].map((id) => ({
      ask: 'GET https://shop.example/',
      sets: [`sid=a7f3-${id}; Path=/; Secure; HttpOnly; SameSite=Lax`],
    })),
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    title: 'ids with nothing in common',
    steps: ['31d4d96e407aad42', '9b02c7715e8fd1a0', '60aa4f18c3d92b7e'].map((id) => ({
      ask: 'GET https://shop.example/',
      sets: [`sid=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`],
    })),
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
  {
    title: 'one id says nothing',
    steps: [{ ask: 'GET https://shop.example/', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax'] }],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'unknown',
  },
];
