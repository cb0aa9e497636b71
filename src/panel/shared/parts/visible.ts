/** A piece of text as it may be shown: `plain`, or a character that would not be seen or would reorder its neighbours. */
export interface TextRun {
  readonly kind: 'plain' | 'mark';
  readonly text: string;
  /** Where it stands in the whole text. */
  readonly at: number;
}

// Controls, soft hyphen, Arabic letter mark, zero-width and bidirectional characters, line separators, fillers,
// variation selectors, byte order mark, interlinear marks, the replacement character and tags.
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffd]|\u034f|\u17b4|\u17b5|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/gu;

const NAMES: Readonly<Record<number, string>> = {
  0: 'NUL',
  9: 'TAB',
  10: 'LF',
  13: 'CR',
  27: 'ESC',
  127: 'DEL',
  173: 'SHY',
  8203: 'ZWSP',
  8204: 'ZWNJ',
  8205: 'ZWJ',
  8206: 'LRM',
  8207: 'RLM',
  8234: 'LRE',
  8235: 'RLE',
  8236: 'PDF',
  8237: 'LRO',
  8238: 'RLO',
  8294: 'LRI',
  8295: 'RLI',
  8296: 'FSI',
  8297: 'PDI',
  65279: 'BOM',
};

/**
 * Cuts a text so that each character that cannot be seen, or that would turn the reading direction, stands alone
 * and is named. Ordinary text comes back as one piece.
 */
export function visible(text: string): readonly TextRun[] {
  if (text.search(UNSEEN) < 0) return [{ kind: 'plain', text, at: 0 }];
  const runs: TextRun[] = [];
  let from = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > from) runs.push({ kind: 'plain', text: text.slice(from, match.index), at: from });
    runs.push({ kind: 'mark', text: nameOf(match[0]), at: match.index });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ kind: 'plain', text: text.slice(from), at: from });
  return runs;
}

/** The same as one string, for places that take no markup (tooltips, accessible names). */
export function visibleString(text: string): string {
  return visible(text)
    .map((piece) => (piece.kind === 'mark' ? `⟨${piece.text}⟩` : piece.text))
    .join('');
}

function nameOf(char: string): string {
  const point = char.codePointAt(0) ?? 0;
  return NAMES[point] ?? `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
