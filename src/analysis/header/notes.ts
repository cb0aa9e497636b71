import type { Profile } from '../facts/profile';
import type { Note, ParsedLine } from './parsed-line';

export function notesOf(_line: Omit<ParsedLine, 'notes'>, _profile: Profile): readonly Note[] {
  return [];
}
