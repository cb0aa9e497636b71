import { idSeries } from '../session/value/entropy';
import { defineRule, fail, observed, pass, unknown } from './define';
import type { Examples } from './form/example';
import { asvs, cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { s } from './form/sentence';
import { credentials } from './form/severity';

export const predictableId = defineRule({
  id: 'predictable-id',
  scope: 'cookie',
  severity: credentials('error'),
  title: 'Make ids that cannot be guessed from others',
  why: s`When each id follows from the one before, one’s own id tells the ids of all others.`,
  links: [asvs('7.2.3'), wstg('01'), cwe(340), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => {
    if (cookie.role.confidence === 'low') return unknown(s`what the cookie is for`);
    const series = idSeries(cookie.values);
    if (series === null) return unknown(s`a second id to compare with: sign in and out, or clear the cookie and reload`);
    return series.sequential ? fail({ of: cookie.values.length }) : pass;
  },
  heading: (cookie) => s`Make ids of ${cookie.name} that cannot be guessed`,
  found: (cookie, { of }) => [observed(s`${of} ids in a row count up by small steps.`, cookie.lines[0]?.places ?? [])],
  fix: () =>
    byAction(null, s`Take ids from the system’s cryptographic generator. A counter or a clock in them must not be all there is.`),
});

export const examples = (): Examples => [
  {
    says: 'ids that count',
    steps: ['1001', '1002', '1005'].map((id) => ({
      ask: 'GET https://shop.example/',
      sets: [`sid=a7f3-${id}; Path=/; Secure; HttpOnly; SameSite=Lax`],
    })),
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'fail',
  },
  {
    says: 'ids with nothing in common',
    steps: ['31d4d96e407aad42', '9b02c7715e8fd1a0', '60aa4f18c3d92b7e'].map((id) => ({
      ask: 'GET https://shop.example/',
      sets: [`sid=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`],
    })),
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'pass',
  },
  {
    says: 'one id says nothing',
    steps: [{ ask: 'GET https://shop.example/', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax'] }],
    roles: { sid: 'session-id' },
    of: 'sid',
    expect: 'unknown',
  },
];
