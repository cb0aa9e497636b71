import { type BodyField, bodyFields } from '../../analysis/facts/body-fields';

/** Names of the fields of a body that is known as text: of a form as it stands, of JSON by its text; null = there are none. */
export function fieldsOfText(text: string, mimeType: string): readonly BodyField[] | null {
  if (text === '') return null;
  if (/^application\/x-www-form-urlencoded/i.test(mimeType)) return fieldsOfPairs([...new URLSearchParams(text)]);
  return bodyFields({ raw: [{ bytes: new TextEncoder().encode(text).buffer }] });
}

/** The same of a form's fields, in order. */
export function fieldsOfPairs(pairs: readonly (readonly [name: string, value: string])[]): readonly BodyField[] | null {
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) fields.set(name, [...(fields.get(name) ?? []), value]);
  return bodyFields({ formData: Object.fromEntries(fields) });
}
