import { test } from 'vitest';
import { shopScene } from '../scenes';

const play = shopScene();

test('a sign-in: the session id is replaced by the answer to the form, and the next page carries the new one', async () => {
  const { browser, panel, shop } = play();
  for (const path of ['/register', '/sign-in']) {
    await browser.goto(`${shop.origin}${path}`);
    await browser.fill('[name=user]', 'alice');
    await browser.fill('[name=password]', 'correct horse');
    await browser.click('main button');
  }
  await panel.choose({ method: 'POST', path: '/sign-in', status: '303' });
  await panel.bead({ name: '__Host-sid', verdict: 'sent', evidence: 'observed' });
  await panel.bead({ name: '__Host-sid', verdict: 'replaced', evidence: 'observed' });
  await panel.row({ method: 'GET', path: '/account', status: '200', sent: 2 });
});
