import { createReadStream } from 'node:fs';
import { JsonReader } from './json-reader';
import { NotInFormat } from './not-in-format';

const FORMAT = 'cookie-conformance/1';

/** What stands beside the cases. */
export type CaseHead = Readonly<Record<string, unknown>>;

/**
 * Reads a file through once for everything but its cases, so that `now` may stand behind them.
 * @throws NotInFormat where the file is not one JSON object of this format
 */
export async function readHead(file: string): Promise<CaseHead> {
  const head: Record<string, unknown> = {};
  let hasCases = false;
  for await (const [name, reader] of members(file)) {
    if (name !== 'cases') head[name] = await reader.value();
    else {
      hasCases = true;
      await reader.expect('[');
      for (let more = !(await reader.closes(']')); more; more = await reader.another(']')) await reader.text();
    }
  }
  if (head.format !== FORMAT) throw new NotInFormat(`its format is not ${FORMAT}`);
  if (!hasCases) throw new NotInFormat('it has no cases');
  return head;
}

/** The cases one by one, in order. */
export async function* readCases(file: string): AsyncGenerator<unknown> {
  for await (const [name, reader] of members(file)) {
    if (name !== 'cases') await reader.text();
    else {
      await reader.expect('[');
      for (let more = !(await reader.closes(']')); more; more = await reader.another(']')) yield await reader.value();
    }
  }
}

/** The members of the file's one object; whoever takes one must read its value. */
async function* members(file: string): AsyncGenerator<readonly [string, JsonReader]> {
  const reader = new JsonReader(createReadStream(file, 'utf8'));
  await reader.expect('{');
  for (let more = !(await reader.closes('}')); more; more = await reader.another('}')) {
    const name = await reader.string();
    await reader.expect(':');
    yield [name, reader];
  }
  if ((await reader.peek()) !== '') throw new NotInFormat('something follows the end of its object');
}
