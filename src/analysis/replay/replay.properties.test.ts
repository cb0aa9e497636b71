import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyFacts } from '../../../test/build/arbitrary-facts';
import { NOON } from '../../../test/build/clock';
import { PROFILES } from '../engine/base/profile';
import { instant } from '../engine/base/units';
import type { Fact } from '../facts/fact';
import { identityKey } from './jar-history/cookie-keys';
import { Replay } from './replay';
import type { Exchange } from './rows/exchange';

const LATER = instant(NOON + 60_000);
const exchangesOf = (replay: Replay): readonly Exchange[] => replay.rows.filter((row) => row.kind === 'exchange');

/** As the log numbers them: each number once. Two facts of one number would be two rows of one id. */
const numbered = (facts: readonly Fact[]): readonly Fact[] => facts.map((fact, index) => ({ ...fact, seq: index + 1 }));

it('takes any facts in any order, and explains every line and cookie of them', () => {
  fc.assert(
    fc.property(anyFacts(), (facts) => {
      const replay = new Replay().add(facts).settle(LATER);
      for (const row of replay.rows) {
        const keys = [...replay.jarAt(row).all()].map(identityKey);
        expect(new Set(keys).size).toBe(keys.length);
      }
      for (const exchange of exchangesOf(replay)) {
        for (const profile of PROFILES) {
          for (const { index } of exchange.lines) expect(replay.explainLine(exchange, index, profile)?.profile).toBe(profile);
          for (const { cookie } of exchange.withheld)
            expect(replay.explainCookie(exchange, cookie, profile).profile).toBe(profile);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('gives every row a place of its own under an id of its own', () => {
  fc.assert(
    fc.property(anyFacts(), (facts) => {
      const replay = new Replay().add(facts).settle(LATER);
      expect(replay.rows.map(({ id }) => replay.place(id))).toEqual(replay.rows.map((_, place) => place));
    }),
    { numRuns: 300 },
  );
});

it('never holds in the jar what the browser was seen to refuse', () => {
  fc.assert(
    fc.property(anyFacts(), (facts) => {
      const replay = new Replay();
      for (const fact of facts) {
        replay.add([fact]);
        const held = new Set(replay.jar.all());
        const refused = exchangesOf(replay)
          .flatMap(({ lines }) => lines)
          .filter(({ observed }) => observed.outcome === 'rejected');
        for (const { result } of refused) expect(result !== null && held.has(result)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

it('comes to the same rows whether facts come one by one or all at once', () => {
  fc.assert(
    fc.property(anyFacts().map(numbered), (facts) => {
      const oneByOne = new Replay();
      for (const fact of facts) oneByOne.add([fact]);
      const together = new Replay().add(facts);
      expect(together.rows).toEqual(oneByOne.rows);
    }),
    { numRuns: 200 },
  );
});
