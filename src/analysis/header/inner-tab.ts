import type { Bytes } from '../facts/units';

/**
 * The first TAB that is not white space around a name or value, as Chromium sees it; -1 = none.
 * A TAB directly beside a semicolon, an equals sign that splits a pair, or the line's end is trimmed and harmless.
 */
export function innerTab(line: Bytes): number {
  let segment = 0;
  while (segment <= line.length) {
    let end = line.indexOf(';', segment);
    if (end === -1) end = line.length;
    const equals = line.indexOf('=', segment);
    const split = equals !== -1 && equals < end ? equals : end;
    const found = tabInside(line, segment, split);
    const at = found !== -1 || split === end ? found : tabInside(line, split + 1, end);
    if (at !== -1) return at;
    segment = end + 1;
  }
  return -1;
}

function tabInside(line: Bytes, start: number, end: number): number {
  let from = start;
  let to = end;
  while (from < to && isSpace(line, from)) from++;
  while (to > from && isSpace(line, to - 1)) to--;
  const tab = line.indexOf('\t', from);
  return tab !== -1 && tab < to ? tab : -1;
}

function isSpace(line: Bytes, at: number): boolean {
  const code = line.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}
