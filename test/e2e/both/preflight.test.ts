import { expect, test } from 'vitest';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({
  '/start': {
    body: `<script>fetch('http://elsewhere.localhost:' + location.port + '/api', { method: 'PUT', mode: 'cors' }).catch(() => {})</script>`,
  },
});

test('a request that asks another site for leave first is shown with that question', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('top')}/start`);
  await panel.choose({ method: 'OPTIONS', path: '/api' });
  const heads = () => panel.lifelines();
  await until('the other site has a lifeline', async () => (await heads()).some((head) => head.includes('elsewhere.localhost')), {
    instead: heads,
  });
  await expect.poll(async () => (await heads()).length).toBe(2);
});
