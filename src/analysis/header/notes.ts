import type { Profile } from '../facts/profile';
import { attributeNotes } from './attribute-notes';
import { innerTab } from './inner-tab';
import { octetNotes } from './octet-notes';
import { pairNotes } from './pair-notes';
import type { Note, ParsedLine } from './parsed-line';

/** A line with everything placed, about to be noted. */
export type PlacedLine = Omit<ParsedLine, 'notes'>;

/**
 * What strikes about a line, in its order. Where two would cover the same octets the more exact one stays.
 * @param profile decides what is valid: dates, Max-Age, flags with long values
 */
export function notesOf(line: PlacedLine, profile: Profile): readonly Note[] {
  const tab = innerTab(line.line);
  const tabs: readonly Note[] = tab === -1 ? [] : [{ kind: 'tab-inside', span: { start: tab, end: tab + 1 } }];
  const kept: Note[] = [];
  for (const note of [...octetNotes(line), ...tabs, ...attributeNotes(line, profile), ...pairNotes(line)]) {
    if (!kept.some((other) => overlap(note, other))) kept.push(note);
  }
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function overlap({ span: a }: Note, { span: b }: Note): boolean {
  return a.start < b.end && b.start < a.end;
}
