import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyFacts } from '../../test/build/arbitrary-facts';
import type { Draft } from '../analysis/facts/fact';
import { packed, unpacked } from './packed';

const draftOf = ({ seq, ...draft }: Draft & { readonly seq: number }): Draft => draft as Draft;

test('facts come back as they were', () => {
  fc.assert(
    fc.property(anyFacts(), (facts) => {
      const drafts = facts.map(draftOf);
      // As far as JSON can: an impossible time becomes null there.
      expect(unpacked(packed(drafts))).toEqual(JSON.parse(JSON.stringify(drafts)));
    }),
  );
});

test('the names of fields take no room', () => {
  expect(
    packed([{ kind: 'request-completed', at: 1 as never, request: '7', hop: 0, tabId: 3, status: 200, fromCache: false }]),
  ).toBe('[[3,1,"7",0,3,200,false]]');
});
