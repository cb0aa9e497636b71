import type { ScriptPlace } from './fact';

const MOST_PLACES = 10;
/** A hostile page can make a name as long as it likes. */
const LONGEST_NAME = 200;

/**
 * Reads a call stack as Chromium (`at name (url:line:column)`) and Firefox (`name@url:line:column`) write it.
 * @param stack text of several lines
 * @returns the innermost place first, without those of extensions; code made by `eval` stands where it was made
 */
export function readStack(stack: string): readonly ScriptPlace[] {
  const places: ScriptPlace[] = [];
  for (const line of stack.split('\n')) {
    const place = readLine(line.trim());
    if (place === null || isOfExtension(place.url)) continue;
    places.push(place);
    if (places.length === MOST_PLACES) break;
  }
  return places;
}

function readLine(line: string): ScriptPlace | null {
  if (line.startsWith('at ')) return chromiumPlace(line.slice(3));
  const at = line.indexOf('@');
  return at < 0 ? null : firefoxPlace(line.slice(0, at).replace(/^async\*/, ''), line.slice(at + 1));
}

// `login (https://…/app.js:3:9)`, `https://…/app.js:3:9`, `eval (eval at run (https://…/app.js:3:9), <anonymous>:1:10)`.
function chromiumPlace(text: string): ScriptPlace | null {
  const open = text.indexOf(' (');
  const name = open < 0 ? null : text.slice(0, open).replace(/^(async|new) /, '');
  const where = open < 0 ? text : text.slice(open + 2, text.endsWith(')') ? -1 : undefined);
  const made = /^eval at .* \(((?:https?|blob|file|data|[a-z-]+):[^()]*?):(\d+):(\d+)\)/.exec(where);
  if (made) return placeOf(name, made[1], made[2], made[3], true);
  const plain = /^(.+):(\d+):(\d+)$/.exec(where);
  return plain ? placeOf(name, plain[1], plain[2], plain[3], false) : null;
}

// `https://…/app.js:3:9`, `https://…/app.js line 3 > eval:1:10`.
function firefoxPlace(name: string, where: string): ScriptPlace | null {
  const made = /^(.+?) line (\d+) > (?:eval|Function|injectedScript)/.exec(where);
  if (made) return placeOf(name, made[1], made[2], '1', true);
  const plain = /^(.+):(\d+):(\d+)$/.exec(where);
  return plain ? placeOf(name, plain[1], plain[2], plain[3], false) : null;
}

function placeOf(
  name: string | null,
  url: string | undefined,
  line: string | undefined,
  column: string | undefined,
  isEval: boolean,
): ScriptPlace | null {
  if (!url?.includes(':')) return null;
  const isNamed = name !== null && name !== '' && name !== '<anonymous>' && name !== 'eval';
  return { name: isNamed ? name.slice(0, LONGEST_NAME) : null, url, line: Number(line), column: Number(column), isEval };
}

const isOfExtension = (url: string): boolean => /^(chrome|moz)-extension:/.test(url);
