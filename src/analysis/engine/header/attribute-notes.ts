import type { Profile } from '../base/profile';
import { parseCookieDate } from './cookie-date';
import { MAX_AGE, MAX_ATTRIBUTE } from './limits';
import { parseMaxAge } from './max-age';
import type { Attribute, Note, NoteKind, PlacedLine, Span } from './parsed-line';

/** Notes on the attributes: what is ignored, and what counts otherwise than it looks. */
export function attributeNotes(line: PlacedLine, profile: Profile): readonly Note[] {
  return line.attributes.flatMap((attribute) => {
    const note = attribute.counts ? countingNote(attribute, line, profile) : ignoredNote(attribute, profile);
    return note === null ? [] : [note];
  });
}

function ignoredNote(attribute: Attribute, profile: Profile): Note | null {
  const { known, value, span } = attribute;
  if (known === null) return { kind: 'attribute-unknown', span };
  if (value.length > MAX_ATTRIBUTE) return { kind: 'attribute-too-long', span };
  if (known === 'max-age') return invalidMaxAge(attribute, profile) ?? { kind: 'attribute-repeated', span };
  if (known === 'expires' && parseCookieDate(value, profile) === null) return noteOn(attribute, 'expires-invalid');
  return { kind: 'attribute-repeated', span };
}

function countingNote(attribute: Attribute, line: PlacedLine, profile: Profile): Note | null {
  const { known, value, valueSpan } = attribute;
  switch (known) {
    case 'secure':
    case 'httponly':
    case 'partitioned':
      return value === '' ? null : noteOn(attribute, 'value-for-flag');
    case 'domain':
      if (value === '') return noteOn(attribute, 'domain-empty');
      return value.startsWith('.')
        ? { kind: 'domain-leading-dot', span: { start: valueSpan.start, end: valueSpan.start + 1 } }
        : null;
    case 'path':
      if (value === '') return noteOn(attribute, 'attribute-empty');
      return value.startsWith('/') ? null : noteOn(attribute, 'path-not-absolute');
    case 'samesite':
      if (value === '') return noteOn(attribute, 'attribute-empty');
      return line.sameSite === 'absent' ? noteOn(attribute, 'samesite-unknown') : null;
    case 'priority':
      return /^(low|medium|high)$/i.test(value) ? null : noteOn(attribute, value === '' ? 'attribute-empty' : 'priority-unknown');
    case 'max-age':
      return invalidMaxAge(attribute, profile) ?? cappedNote(attribute, profile);
    case 'expires':
      if (value === '') return noteOn(attribute, 'attribute-empty');
      if (parseCookieDate(value, profile) === null) return noteOn(attribute, 'expires-invalid');
      return line.maxAge !== null && parseMaxAge(line.maxAge, profile) !== null
        ? noteOn(attribute, 'expires-beside-max-age')
        : null;
    case null:
      return null;
    default:
      return known satisfies never;
  }
}

function invalidMaxAge(attribute: Attribute, profile: Profile): Note | null {
  if (attribute.value === '') return noteOn(attribute, 'max-age-empty');
  return parseMaxAge(attribute.value, profile) === null ? noteOn(attribute, 'max-age-invalid') : null;
}

function cappedNote(attribute: Attribute, profile: Profile): Note | null {
  const age = parseMaxAge(attribute.value, profile);
  return age !== null && age * 1000 > MAX_AGE ? noteOn(attribute, 'lifetime-capped') : null;
}

/** On the value, or on the whole attribute where it has none. */
function noteOn({ span, valueSpan, value }: Attribute, kind: NoteKind): Note {
  const at: Span = value === '' ? span : valueSpan;
  return { kind, span: at };
}
