/** A text that a reader sees or hears. */
export interface Found {
  /** The element's class and, of an attribute, its name. */
  readonly where: string;
  readonly text: string;
}

/**
 * Every text of the page that a reader meets, attributes read out included. What is marked with `data-words` has its
 * words from elsewhere: a rule's own file, a standard, the engine, the filter's language. Runs in the page.
 */
export function readByReader(): Found[] {
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('[data-words], script, style');
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.closest('[class]')?.getAttribute('class') ?? ''}`;
  const found: Found[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (owner && node.textContent?.trim() && isSeen(owner)) found.push({ where: nameOf(owner), text: node.textContent });
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext], [alt]')) {
    if (!isSeen(element)) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt']) {
      const text = element.getAttribute(name);
      if (text) found.push({ where: `${nameOf(element)}[${name}]`, text });
    }
  }
  return found;
}
