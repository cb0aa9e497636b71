import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import { rawScene } from '../scenes';

const play = rawScene({
  '/set': { setCookie: ['sid=one; Path=/', 'gone=1; Path=/'] },
  '/again': { setCookie: ['sid=two; Path=/; SameSite=Lax', 'gone=; Path=/; Max-Age=0', 'new=1; Path=/'] },
});

test('the explanation tells what a response changed in the jar, cookie by cookie', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/set`);
  await browser.goto(`${server.at('raw')}/again`);
  await panel.choose({ path: '/again', status: '200', set: 3 });
  await panel.open({ name: 'sid', verdict: 'replaced', evidence: 'observed' });
  await panel.shows(say('explain.jar'));
  const changes = await panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-change]')].map((change) =>
      [
        change.dataset.change,
        change.querySelector('code')?.innerText,
        ...[...change.querySelectorAll('del, ins')].map((each) => each.textContent),
      ].join(' '),
    ),
  );
  expect(changes).toEqual(['changed sid one two absent Lax', 'removed gone', 'added new']);
});
