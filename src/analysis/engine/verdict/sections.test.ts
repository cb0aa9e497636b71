import { expect, test } from 'vitest';
import { SEND_STEPS } from './steps/send';
import { SET_STEPS } from './steps/set';

/** What asks for a step that RFC 6265bis does not have. */
const OTHER_SOURCES: readonly string[] = ['CHIPS', 'layered-cookies', 'browsers', 'policy'];

const withoutSource = (steps: readonly { readonly id: string; readonly section: string }[]): readonly string[] =>
  steps
    .filter(({ section }) => !/^§\d+(?:\.\d+)*(?: step \d+(?:\.\d+)*)?$/.test(section) && !OTHER_SOURCES.includes(section))
    .map(({ id }) => `${id}: cite its section of RFC 6265bis, as '§5.7 step 3', or say what else asks for it`);

test('every step cites its section of RFC 6265bis, or what else asks for it', () => {
  expect(withoutSource([...SET_STEPS, ...SEND_STEPS])).toEqual([]);
});

test('a step without a section is reported', () => {
  expect(withoutSource([{ id: 'set-new', section: '' }])).toEqual([
    "set-new: cite its section of RFC 6265bis, as '§5.7 step 3', or say what else asks for it",
  ]);
});
