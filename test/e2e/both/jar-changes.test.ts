import { test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({
  '/set': { setCookie: ['sid=one; Path=/', 'gone=1; Path=/'] },
  '/again': { setCookie: ['sid=two; Path=/; SameSite=Lax', 'gone=; Path=/; Max-Age=0', 'new=1; Path=/'] },
});

test('under each line stands what it changed in the jar, and nothing of the others', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await browser.goto(`${server.at('raw')}/again`);
  await panel.choose({ path: '/again', status: '200', set: 3 });
  const changes = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-change]')].map((change) =>
        [
          change.dataset.change,
          change.querySelector('code')?.innerText,
          ...[...change.querySelectorAll('del, ins')].map((each) => each.textContent),
        ].join(' '),
      ),
    );
  for (const [name, verdict, wanted] of [
    ['sid', 'replaced', 'changed sid one two absent Lax'],
    ['gone', 'deleted', 'removed gone'],
    ['new', 'stored', 'added new'],
  ] as const) {
    await panel.open({ name, verdict, evidence: 'observed' });
    await panel.shows(say('explain.jar'));
    await until(`${name} alone is told`, async () => (await changes()).join() === wanted, { instead: changes });
  }
});
