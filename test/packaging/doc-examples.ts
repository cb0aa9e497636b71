/** A script of a document, and what the document says that it prints. */
export interface DocExample {
  readonly heading: string;
  readonly code: string;
  readonly prints: string;
}

/** The scripts of a document: a block of `js`, and the block of `text` that follows it. */
export function docExamples(document: string): readonly DocExample[] {
  const examples: DocExample[] = [];
  for (const section of document.split(/^(?=## )/m)) {
    const heading = /^## (.+)$/m.exec(section)?.[1] ?? '';
    for (const [, code = '', prints = ''] of section.matchAll(/^```js\n(.*?)^```\n\n^```text\n(.*?)^```$/gms))
      examples.push({ heading, code, prints });
  }
  return examples;
}
