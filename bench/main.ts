import { type Figure, type Run, table } from './figures';

/** In the order they are printed. Each is a file of this folder with a `run`. */
const ALL = ['engine', 'replay', 'grade', 'panel', 'cookies', 'devtools', 'worker', 'page-load'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ALL.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${ALL.join(', ')}.`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : ALL) {
  const { run } = (await import(new URL(`${name}.ts`, import.meta.url).href)) as { run: Run };
  const figures: readonly Figure[] = await run();
  console.log(`\n${name}\n${table(figures)}`);
}
