import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { rawScene } from '../scenes';

const play = rawScene({ '/during': { setCookie: ['meanwhile=1; Path=/'] } });

test('while paused nothing is recorded, and the list has a row for the time that was missed and what changed in it', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/before`);
  await panel.row({ path: '/before', status: '200' });
  await panel.press(say('shell.pause'));
  await panel.shows(say('paused.title'));
  await browser.goto(`${server.at('raw')}/during`);
  await panel.press(say('shell.record'));
  await panel.row({ kind: 'gap' });
  await browser.goto(`${server.at('raw')}/after`);
  await panel.row({ path: '/after', status: '200', sent: 1 });
  const rows = await panel.rows();
  expect(rows.map((row) => row.path)).not.toContain('/during');
  const gap = rows.findIndex((row) => row.kind === 'gap');
  expect(rows[gap]?.path).toContain(say('gap.paused'));
  expect(rows[gap]?.path).toContain('meanwhile');
  expect(rows.findIndex((row) => row.path === '/before')).toBeLessThan(gap);
  expect(rows.findIndex((row) => row.path === '/after')).toBeGreaterThan(gap);
});
