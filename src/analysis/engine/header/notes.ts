import type { Profile } from '../base/profile';
import { attributeNotes } from './attribute-notes';
import { innerTab } from './bad-octets';
import { octetNotes } from './octet-notes';
import { pairNotes } from './pair-notes';
import type { Note, PlacedLine } from './parsed-line';

/**
 * What strikes about a line, in its order. Where two would cover the same octets the more exact one stays.
 * @param profile decides what is valid: dates, Max-Age, flags with long values
 */
export function lineNotes(line: PlacedLine, profile: Profile): readonly Note[] {
  const tab = innerTab(line.line);
  const tabs: readonly Note[] = tab === -1 ? [] : [{ kind: 'tab-inside', span: { start: tab, end: tab + 1 } }];
  const reported: Note[] = [];
  for (const note of [...octetNotes(line), ...tabs, ...attributeNotes(line, profile), ...pairNotes(line)]) {
    if (!reported.some((other) => overlap(note, other))) reported.push(note);
  }
  return reported.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function overlap({ span: a }: Note, { span: b }: Note): boolean {
  return a.start < b.end && b.start < a.end;
}
