import { expect, it } from 'vitest';
import { audit } from '../../src/analysis/rules/audit';
import { requirementsOf } from '../../src/analysis/rules/requirements';
import { sessionsOf } from '../../src/analysis/session/sessions';
import { storiesOf } from '../../src/analysis/story/moments';
import { NOTHING_CONCLUDED } from '../../src/panel/flow/filter/filter-key';
import { FilterSubject } from '../../src/panel/flow/filter/filter-subject';
import { ROLE_KEY } from '../../src/panel/flow/filter/role-key';
import { digestOf } from '../build/trace';
import { rowsOf } from './recorded-story';
import { RECORDED, THROUGH_PROVIDER } from './statements';

const everywhere = [...RECORDED, ...THROUGH_PROVIDER].map((app) => {
  const rows = rowsOf(app);
  return { app, rows, sessions: sessionsOf(rows, digestOf) };
});

const filterFor = (value: string) => {
  const token = { negated: false, key: 'role', value, regex: null, start: 0, end: 0, valueStart: 0 };
  const test = ROLE_KEY.test(token);
  if (typeof test !== 'function') throw new Error(`role:${value} is no filter`);
  return test;
};

it.each(everywhere)(
  'which cookie of $app is the session: story, Cookies, Findings, checklist and filter say the same',
  ({ rows, sessions }) => {
    const stories = storiesOf(sessions, rows);
    for (const { site, signIns } of sessions.sites) {
      const told = stories
        .find((story) => story.site === site)
        ?.moments.flatMap((moment) => (moment.kind === 'signed-in' ? [moment.carriers] : []));
      expect(told ?? []).toEqual(signIns.map(({ carriers }) => carriers.map(({ life }) => life.key)));

      const { subjects, findings } = audit(rows, site, sessions);
      const carriers = new Map(signIns.flatMap((signIn) => signIn.carriers.map(({ life }) => [life.key, life] as const)));
      const listed = subjects.cookies.filter(({ key }) => carriers.has(key));
      expect(listed.map(({ key }) => key).sort()).toEqual([...carriers.keys()].sort());
      for (const { key, role } of listed) {
        expect(role).toBe(sessions.roles.get(key));
        expect(['session-id', 'auth-token', 'remember-me']).toContain(role.role);
        const shows = filterFor(role.role);
        for (const { exchange } of carriers.get(key)?.spans.flatMap(({ sent }) => sent.map((each) => ({ exchange: each }))) ?? [])
          expect(shows(new FilterSubject(exchange), { ...NOTHING_CONCLUDED, roles: sessions.roles })).toBe(true);
      }

      const planted = signIns.filter(({ id }) => id === 'not-rotated');
      const fixations = findings.filter(({ rule }) => rule === 'session-fixation');
      expect(fixations.length > 0).toBe(planted.length > 0);
      for (const { subject } of fixations) expect(planted).toContain(subject.kind === 'session' ? subject.signIn : null);
      const checklist = requirementsOf('WSTG', subjects).find(({ title }) => title === 'Session fixation')?.status;
      expect(checklist === 'not-met').toBe(planted.length > 0);
    }
  },
);
