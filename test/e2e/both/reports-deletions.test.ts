import { expect, test } from 'vitest';
import { rawScene } from '../scenes';

const play = rawScene({
  '/in': { setCookie: ['sid=one; Path=/', 'W=1; Path=/; Secure; SameSite=None; Partitioned'] },
  '/out': { setCookie: ['sid=; Path=/account; Max-Age=0', 'W=; Path=/; Max-Age=0; Secure; SameSite=None'] },
  '/out-again': { setCookie: ['sid=; Path=/; Max-Age=0', 'W=; Path=/; Max-Age=0; Secure; SameSite=None; Partitioned'] },
  '/late': { setCookie: [`sid=second-session; Path=/; Expires=${new Date(Date.now() - 3_600_000).toUTCString()}`] },
});

test('“I delete the cookie at sign-out and it is still sent”: both lines deleted nothing, and what stays is named', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/in`);
  await browser.goto(`${server.at('raw')}/out`);
  await panel.choose({ path: '/out', status: '200', sent: 2, set: 0 });
  await panel.open({ name: 'sid', verdict: 'deleted-nothing', evidence: 'observed' });
  await expect.poll(() => panel.explanation()).toContain('Path=/account');
  await panel.open({ name: 'W', verdict: 'deleted-nothing', evidence: 'observed' });
  await expect.poll(() => panel.explanation()).toContain('Partitioned');
});

test('the lines that name what is there delete it', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/out-again`);
  await panel.choose({ path: '/out-again', status: '200', sent: 2 });
  for (const name of ['sid', 'W']) await panel.bead({ name, verdict: 'deleted', evidence: 'observed' });
});

test('a value with a time that is past is dead on arrival, and is no deletion', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/late`);
  await panel.choose({ path: '/late', status: '200', sent: 0 });
  await panel.bead({ name: 'sid', verdict: 'dead-on-arrival' });
});
