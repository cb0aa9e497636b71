import '../words/grant-words';
import { EVERY_HOST, patternsOf } from '../protocol/hosts';
import { say } from '../words/catalogue';

/** Asks the user; false = refused. Rejected where the browser cannot ask. */
export type Ask = (patterns: readonly string[]) => Promise<boolean>;

/** Fills the page. @param site what is asked for first; null = all sites only */
export function showPage(main: HTMLElement, site: string | null, ask: Ask): void {
  const status = statusLine();
  const button = (label: string, patterns: readonly string[]): HTMLButtonElement =>
    askingButton(label, () => ask(patterns), status, 'grant.done');
  const title = heading(site === null ? say('grant.title-all') : say('grant.title', { site }));
  const own = site === null ? [] : [button(say('grant.site', { site }), patternsOf(site)), make('p', say('grant.site-note'))];
  const all = [button(say('grant.all'), EVERY_HOST), make('p', say('grant.all-note'))];
  main.replaceChildren(title, make('p', say('grant.text')), ...own, ...all, status);
  main.querySelector('button')?.classList.add('first');
}

/** Fills the page that asks to read the browser's setting of third-party cookies. */
export function showSettingPage(main: HTMLElement, ask: () => Promise<boolean>): void {
  const status = statusLine();
  const title = heading(say('grant.setting-title'));
  const button = askingButton(say('grant.setting'), ask, status, 'grant.setting-done');
  button.classList.add('first');
  main.replaceChildren(title, make('p', say('grant.setting-text')), button, status);
}

/** Fills a page that can ask for nothing: the extension was reloaded while it was loaded. */
export function showOrphaned(main: HTMLElement): void {
  main.replaceChildren(heading(say('grant.orphaned-title')), make('p', say('grant.orphaned-text')));
}

function heading(text: string): HTMLHeadingElement {
  const made = make('h1', text);
  made.prepend(icon());
  return made;
}

function statusLine(): HTMLParagraphElement {
  const status = make('p', '');
  status.setAttribute('role', 'status');
  return status;
}

function askingButton(
  label: string,
  ask: () => Promise<boolean>,
  status: HTMLElement,
  done: 'grant.done' | 'grant.setting-done',
): HTMLButtonElement {
  const made = make('button', label);
  // In the very turn of the click: later, browsers no longer take it for the user's wish.
  made.addEventListener('click', () => {
    ask().then(
      (granted) => status.replaceChildren(say(granted ? done : 'grant.refused')),
      (error: unknown) =>
        status.replaceChildren(say('grant.failed', { reason: error instanceof Error ? error.message : String(error) })),
    );
  });
  return made;
}

function make<Tag extends 'h1' | 'p' | 'button'>(tag: Tag, text: string): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function icon(): HTMLImageElement {
  const made = document.createElement('img');
  made.src = '/icons/48.png';
  made.width = made.height = 32;
  made.alt = '';
  return made;
}
