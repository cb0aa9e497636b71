import '../../words/all-words';
import type { Bytes, Instant } from '../../analysis/engine/base/units';
import { indentedJson } from '../../analysis/session/values/json-part';
import type { Layer, TokenPart } from '../../analysis/session/values/reading';
import { readToken } from '../../analysis/session/values/token';
import type { Paint } from '../../report/rendering/text-report';
import { say, sayCount } from '../../words/catalogue';
import { numberText } from '../../words/format';
import { printable } from '../../words/printable';

/** A value taken apart, from the outside in, with what is worth knowing of it. The text is as secret as the value. */
export function decoded(value: Bytes, at: Instant, paint: Paint): string {
  const { layer, notes, entropy } = readToken(value, { at, cookieExpires: null });
  return `${[
    ...layerText(layer, 0, paint),
    ...notes.map(({ kind, slots }) => paint.yellow(`! ${printable(say(`session.note.${kind}`, slots))}`)),
    say('decode.entropy', {
      bits: numberText(Math.floor(entropy.bits)),
      length: numberText(entropy.length),
      alphabet: entropy.alphabet,
    }),
  ].join('\n')}\n`;
}

function layerText({ format, parts, inside }: Layer, depth: number, paint: Paint): readonly string[] {
  const indent = '  '.repeat(depth);
  return [
    `${indent}${paint.bold(format)}`,
    ...parts.flatMap((part) => partText(part, `${indent}  `, paint)),
    ...inside.flatMap((layer) => layerText(layer, depth + 1, paint)),
  ];
}

function partText({ name, text, octets }: TokenPart, indent: string, paint: Paint): readonly string[] {
  if (text === null) return [`${indent}${name}: ${paint.dim(sayCount('decode.octets', octets))}`];
  const lines = prettyText(text).split('\n');
  const [only = ''] = lines;
  return lines.length === 1
    ? [`${indent}${name}: ${printable(only)}`]
    : [`${indent}${name}:`, ...lines.map((line) => `${indent}  ${printable(line)}`)];
}

/** JSON on lines of its own. */
function prettyText(text: string): string {
  if (!/^\s*[{[]/.test(text)) return text;
  try {
    JSON.parse(text);
  } catch {
    return text; // Looks like JSON and is none: it is shown as it stands.
  }
  return indentedJson(text);
}
