import { parseArgs } from 'node:util';
import { type Figure, type LoadedPage, markdownTable, type Run, table } from './figures';

/** In the order they are printed. Each is a file of this folder with a `run`. */
const ALL = [
  'engine',
  'library',
  'replay',
  'grade',
  'what-if',
  'audit',
  'har',
  'panel',
  'incidents',
  'cookies',
  'devtools',
  'page-load',
  'trace-scripts',
];

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    page: { type: 'string' },
    also: { type: 'string', multiple: true },
    markdown: { type: 'boolean', default: false },
  },
});
const browser = values.browser?.map((name) => {
  if (name === 'chromium' || name === 'firefox') return name;
  throw new Error(`No such browser: ${name}. There are: chromium, firefox.`);
});
const page = pageOf(values.page);
const options = {
  ...(browser ? { browser } : {}),
  ...(page === undefined ? {} : { page }),
  ...(values.rounds === undefined ? {} : { rounds: Number(values.rounds) }),
  ...(values.also ? { also: values.also } : {}),
};
const unknown = asked.filter((name) => !ALL.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${ALL.join(', ')}.`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : ALL) {
  const { run } = (await import(new URL(`${name}.ts`, import.meta.url).href)) as { run: Run };
  const figures: readonly Figure[] = await run(options);
  console.log(values.markdown ? `\n## ${name}\n\n${markdownTable(figures)}` : `\n${name}\n${table(figures)}`);
}

function pageOf(name: string | undefined): LoadedPage | undefined {
  if (name === undefined || name === 'realistic' || name === 'busy') return name;
  throw new Error(`No such page: ${name}. There are: realistic, busy.`);
}
