import { expect, test } from 'vitest';
import { rawScene } from '../scenes';

const play = rawScene({
  '/first': { status: 302, location: '/second', setCookie: ['one=1; Path=/'] },
  '/second': { status: 302, location: '/third', setCookie: ['two=2; Path=/'] },
  '/third': { setCookie: ['three=3; Path=/'] },
});

test('a redirect chain is one diagram with a row for each hop, and each hop carries what the one before it set', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/first`);
  await panel.row({ path: '/first', status: '302', sent: 0, set: 1 });
  await panel.row({ path: '/second', status: '302', sent: 1, set: 1 });
  await panel.choose({ path: '/third', status: '200', sent: 2, set: 1 });
  await panel.bead({ name: 'three', verdict: 'stored', evidence: 'observed' });
  const beads = (await panel.beads()).map(({ name, verdict }) => `${name} ${verdict}`);
  expect(beads).toEqual(['one stored', 'one sent', 'two stored', 'one sent', 'two sent', 'three stored']);
});
