import type { Bytes } from '../base/units';

const CONTROL = /[\x00-\x08\x0a-\x1f]/;
const DELETE = '\x7f';

/** The first control character of a line (TAB is none); -1 = there is none. @see RFC 6265bis §5.6 step 1 */
export function firstControl(line: Bytes): number {
  // One range is tested quicker than two, and nearly every line has neither.
  if (!CONTROL.test(line) && !line.includes(DELETE)) return -1;
  const low = line.search(CONTROL);
  const high = line.indexOf(DELETE);
  return low === -1 || high === -1 ? Math.max(low, high) : Math.min(low, high);
}

/**
 * The first TAB that is not white space around a name or value, as Chromium sees it; -1 = none.
 * A TAB directly beside a semicolon, an equals sign that splits a pair, or the line's end is trimmed and harmless.
 */
export function innerTab(line: Bytes): number {
  if (!line.includes('\t')) return -1;
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
