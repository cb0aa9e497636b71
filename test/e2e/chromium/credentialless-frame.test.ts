import { expect, test } from 'vitest';
import { rawScene } from '../scenes';

const FRAME = `<script>
  const frame = Object.assign(document.createElement('iframe'), { credentialless: true });
  frame.src = 'http://embedded.localhost:' + location.port + '/frame';
  document.body.append(frame);
</script>`;

const play = rawScene(
  {
    '/page': { body: `<!doctype html><link rel="icon" href="data:,"><body>${FRAME}`, setCookie: ['own=1; Path=/'] },
    '/frame': { setCookie: ['kept-apart=1; Path=/; Secure; SameSite=None'] },
    '/later': { setCookie: ['later=1; Path=/'] },
  },
  { alone: true },
);

test('a cookie of a credentialless frame, which no extension can list, ends neither the browser nor the recording', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/page`);
  await panel.row({ path: '/frame', status: '200' });
  // The jar holds it now. Each of these has the jar read.
  await browser.inPage((to) => fetch(to).then(() => true), '/later');
  await panel.choose({ path: '/later', status: '200' });
  await panel.bead({ name: 'later', verdict: 'stored', evidence: 'observed' });
  await browser.goto(`${server.at('other')}/later`);
  await panel.choose({ path: '/later', host: `other.localhost:${server.port}`, status: '200' });
  await panel.bead({ name: 'later', verdict: 'stored', evidence: 'observed' });
  expect(await panel.panel.isOpen()).toBe(true);
});
