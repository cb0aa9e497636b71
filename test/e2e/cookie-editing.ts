import { say, sayCount } from '../../src/words/catalogue';
import { until } from '../browsers/until';
import type { PanelReader } from './panel-reader';
import type { RawAnswers, RawServer } from './raw-server';

/** Selects a cookie of the table by its name and path. */
export async function pickCookie({ panel }: PanelReader, name: string, path: string): Promise<void> {
  const id = await until(`the table has ${name} of ${path}`, () =>
    panel.evaluate(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('[data-cookie]')].find(({ dataset }) => {
          const [first, , under] = (dataset.cookie ?? '').split('\t');
          return `${first} ${under}` === wanted;
        })?.id ?? '',
      `${name} ${path}`,
    ),
  );
  await panel.click(`[id="${id}"]`);
}

/** Writes a text into a field of the editor, in place of what is there. */
export async function writeField({ panel }: PanelReader, field: string, text: string): Promise<void> {
  await panel.click('form label', field);
  await panel.press('Control+a');
  await panel.type(text);
}

/** What `editsHere` visits. */
export const EDITED_SITE: RawAnswers = {
  '/edited': {
    setCookie: ['sid=first; Path=/; HttpOnly', 'theme=dark; Path=/'],
    body: `<script>document.write('<iframe src="http://embedded.localhost:' + location.port + '/frame">')</script>`,
  },
  '/frame': { setCookie: ['apart=1; Path=/; Secure; SameSite=None; Partitioned; HttpOnly'] },
  '/fight': { setCookie: ['theme=light; Path=/'] },
};

interface EditedPlace {
  readonly panel: PanelReader;
  readonly server: RawServer;
  /** Loads an address in the tab that the panel is on. */
  readonly goto: (url: string) => Promise<unknown>;
}

/** A cookie and a partitioned one are edited, another is protected, and the site is sent each change with its next request. */
export async function editsHere({ panel, server, goto }: EditedPlace): Promise<void> {
  let visits = 0;
  const visit = async (path: string) => {
    const url = `${path}?${++visits}`;
    await goto(`${server.at('a')}${url}`);
    return until(`${url} was asked for`, () => server.seen.findLast((request) => request.url === url));
  };
  const save = async (name: string, value: string) => {
    await panel.press(say('editor.edit'));
    await writeField(panel, say('editor.value'), value);
    await panel.press(say('editor.save'));
    await panel.shows(say('editor.done.saved', { names: name }));
  };
  const frames = () => server.seen.filter(({ url }) => url === '/frame');
  await visit('/edited');
  await panel.openView('cookies');
  await pickCookie(panel, 'sid', '/');
  await save('sid', 'second');
  await pickCookie(panel, 'apart', '/');
  await save('apart', 'changed');
  const before = frames().length;
  const { headers } = await visit('/edited');
  if (!headers.cookie?.includes('sid=second')) throw new Error(`The site was sent ${headers.cookie}.`);
  const frame = await until('the frame was asked for', () => frames()[before]);
  if (frame.headers.cookie !== 'apart=changed') throw new Error(`The frame was sent ${frame.headers.cookie}.`);
  await pickCookie(panel, 'theme', '/');
  await panel.press(say('editor.protect'));
  await panel.shows(say('protection.waiting'));
  await visit('/fight');
  await panel.shows(sayCount('protection.restored', 1));
  const protectedRequest = await visit('/plain');
  if (!protectedRequest.headers.cookie?.includes('theme=dark')) throw new Error(`Then ${protectedRequest.headers.cookie}.`);
}
