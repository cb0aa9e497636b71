import { expect, test } from 'vitest';
import { aTrace } from '../../../test/build/trace';
import { IMMEDIATE_TURNS } from '../../../test/build/turns';
import { accountSessions } from '../../analysis/session/account-sessions';
import { EMPTY_LOG } from '../../protocol/recording-log';
import { Recording } from '../recording/recording';
import { AnalysisScheduler } from './analysis-scheduler';
import * as analysis from './analyze';

const TRACE = `
  GET /login 200 | sid={A}; HttpOnly
  POST /login [user password] 302 /account
  -> /account 200
  POST /logout 302 / | sid=; Max-Age=0
  -> / 200
  GET /login 200
  POST /login [user password] 302 /account | sid={B}; HttpOnly
  -> /account 200
`;

/** A scheduler that is done at once, for its time does not pass. */
async function analyzed(): Promise<AnalysisScheduler> {
  const recording = new Recording(IMMEDIATE_TURNS);
  const scheduler = new AnalysisScheduler(recording, {
    load: async () => analysis,
    after: () => () => undefined,
    idle: () => () => undefined,
    digests: () => ({ of: () => null, make: async () => undefined }),
    failed: (error) => {
      throw error;
    },
    now: () => 0,
  });
  await scheduler.load();
  recording.take({ ...EMPTY_LOG, facts: aTrace('https://app.example', TRACE) });
  scheduler.retain();
  return scheduler;
}

test('judges the same rows anew for a session that is chosen, and reads them no second time', async () => {
  const scheduler = await analyzed();
  const first = scheduler.result;
  const isFixated = () => scheduler.result?.audit.findings.some(({ rule }) => rule === 'session-fixation');
  expect([first?.session, isFixated()]).toEqual([null, true]);
  const site = first?.sessions.sites[0];
  const [, second] = site ? accountSessions(site) : [];
  scheduler.choose({ site: 'app.example', session: second?.id ?? '' });
  expect([scheduler.result?.session?.id, isFixated()]).toEqual([second?.id, false]);
  expect(scheduler.result?.sessions).toBe(first?.sessions);
  scheduler.choose(null);
  expect([scheduler.result?.session, isFixated()]).toEqual([null, true]);
});
