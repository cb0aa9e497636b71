import { expect, test } from 'vitest';
import { say } from '../../../src/words/catalogue';
import '../../../src/words/all-words';
import { until } from '../../browsers/until';
import { rawScene } from '../scenes';

const play = rawScene({ '/kept-below': { setCookie: ['below=1; Path=/kept-below; SameSite=Lax'] } });

const verdicts = () =>
  play().panel.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-profile]')].map(
      (each) => `${each.dataset.profile} ${each.dataset.verdict}`,
    ),
  );

async function judge(line: string): Promise<void> {
  const { panel } = play();
  await panel.openView('lab');
  await panel.panel.click('#lab-line');
  await panel.panel.press('Control+a');
  await panel.panel.type(line);
}

test('a line that is typed is judged by the standard, by Chromium and by Firefox, and one sees where they part', async () => {
  const { panel } = play();
  await judge('=a=b; Path=/');
  const wanted = ['spec stored', 'chromium rejected', 'firefox rejected'];
  await until('all three are judged', async () => (await verdicts()).join() === wanted.join(), { instead: verdicts });
  await expect.poll(() => panel.has('[data-profile] [data-differs]')).toBe(true);
});

test('the attribute for whose sake a line is refused is marked among its parts', async () => {
  const { panel } = play();
  await judge('__Host-a=b; Path=/; Secure; Domain=raw.localhost');
  const marked = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-standing="at-fault"] [data-part=name]')]
        .map((name) => name.innerText.trim())
        .join(),
    );
  await until('Domain is marked', async () => (await marked()) === 'Domain', { instead: marked });
});

test('a cookie that stayed behind opens in the Lab with its line and the request that it stayed from', async () => {
  const { browser, panel, server } = play();
  await browser.goto(`${server.at('raw')}/kept-below`);
  await browser.goto(`${server.at('raw')}/above`);
  await panel.openView('flow');
  await panel.choose({ path: '/above', status: '200' });
  await panel.open({ name: 'below', verdict: 'withheld' });
  await panel.press(say('explain.try'));
  await panel.showsView('lab');
  const sendings = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-profile]')].map(
        (each) => `${each.dataset.verdict} ${each.dataset.sending}`,
      ),
    );
  const wanted = Array.from({ length: 3 }, () => 'stored withheld');
  await until('it is stored and then withheld', async () => (await sendings()).join() === wanted.join(), { instead: sendings });
  const drawn = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-wire-of]')].map((each) => {
        const beads = [...each.querySelectorAll<HTMLElement>('[data-bead]')];
        return `${each.dataset.wireOf}: ${beads.map(({ dataset }) => `${dataset.name} ${dataset.verdict} ${dataset.evidence}`).join()}`;
      }),
    );
  const picture = 'spec chromium firefox: below stored predicted,below withheld predicted';
  await until('it is drawn once, for all agree', async () => (await drawn()).join('; ') === picture, { instead: drawn });
});

test('of several lines each has its verdicts, and what is offered is taken by keys', async () => {
  const { panel } = play();
  await judge('a=1; Path=/');
  await panel.panel.press('Enter');
  await panel.panel.type('b=2; Domain=other.example; sec');
  await panel.panel.press('ArrowDown');
  await panel.panel.press('Enter');
  const lines = () =>
    panel.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-line-index]')].map((row) =>
        [...row.querySelectorAll<HTMLElement>('[data-outcome]')].map((each) => each.dataset.outcome).join(),
      ),
    );
  const wanted = ['stored,stored,stored', 'rejected,rejected,rejected'];
  await until('both are judged', async () => (await lines()).join(' ') === wanted.join(' '), { instead: lines });
  const ink = () => panel.words('[data-testid=line-ink]');
  await until('the attribute was completed', async () => (await ink()).includes('b=2; Domain=other.example; Secure'), {
    instead: ink,
  });
});

/** The lines in the editor, and what each profile makes of the chosen one. */
const state = async () => [await lineShown(), ...(await verdicts())].join('\n');
const lineShown = () =>
  play().panel.panel.evaluate(() => document.querySelector<HTMLTextAreaElement>('#lab-line')?.value ?? 'none');

test('a link that was copied opens the Lab as it was, but for the value', async () => {
  const { panel } = play();
  const refused = ['spec rejected', 'chromium rejected', 'firefox rejected'];
  await judge('__Host-a=secret1; Path=/; Secure; Domain=raw.localhost');
  await until('it is refused', async () => (await verdicts()).join() === refused.join(), { instead: verdicts });
  await panel.press(say('lab.link.copy'));
  await panel.shows(say('lab.link.copied'));
  await judge('b=1; Path=/');
  await until('another line is stored', async () => (await verdicts())[0] === 'spec stored', { instead: verdicts });
  await panel.panel.click('[data-testid=lab-link]');
  await panel.panel.press('Control+v');
  const wanted = ['__Host-a=xxxxxxx; Path=/; Secure; Domain=raw.localhost', ...refused].join('\n');
  await until('it is as it was', async () => (await state()) === wanted, { instead: state });
});

test.each([
  ['of another version', '#view=lab&lab=99.e30', 'lab.link.other-version'],
  ['that is none', '#view=lab&lab=1.rubbish', 'lab.link.unreadable'],
] as const)('a link %s leaves the Lab empty and says why', async (_, link, why) => {
  const { panel } = play();
  await judge('a=1');
  await panel.panel.click('[data-testid=lab-link]');
  await panel.panel.type(link);
  await panel.panel.press('Enter');
  const told = () => panel.words('[role=alert]');
  await until('it says why', async () => (await told()).includes(say(why)), { instead: told });
  await until('it is empty', async () => (await lineShown()) === '', { instead: lineShown });
});
