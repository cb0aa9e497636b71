import { expect, test } from 'vitest';
import { shopFacts } from '../../../test/panel/shop';
import type { Fact } from '../../analysis/facts/fact';
import { EMPTY_LOG } from '../../protocol/log';
import { Recording } from '../recording';
import { Concluder } from './concluder';

/** A recording and a concluder whose time passes by hand. */
function set() {
  const due: { ms: number; then: () => void }[] = [];
  const recording = new Recording((publish) => publish());
  const concluder = new Concluder(recording, {
    after: (ms, then) => {
      const timer = { ms, then };
      due.push(timer);
      return () => void due.splice(due.indexOf(timer), 1);
    },
    digest: () => () => null,
  });
  const facts: Fact[] = [];
  const tell = (more: readonly Fact[]) => {
    facts.push(...more);
    recording.take({ ...EMPTY_LOG, epoch: 'e', facts });
  };
  const pass = () => {
    for (const { then } of due.splice(0)) then();
  };
  return { recording, concluder, tell, pass, due };
}
const facts = shopFacts();

test('draws nothing while facts come and no view asks, and once when it is quiet', () => {
  const { concluder, tell, pass, due } = set();
  for (const fact of facts) tell([fact]);
  expect(concluder.current).toBeNull();
  expect(due.length).toBe(1);
  pass();
  expect(concluder.current?.site).toBe('shop.example');
});

test('a view that shows them gets them at once', () => {
  const { concluder, tell } = set();
  tell(facts.slice(0, 60));
  concluder.want();
  expect(concluder.current?.site).toBe('shop.example');
});

test('while a view shows them, a stream of facts draws them once in a while', () => {
  const { concluder, tell, pass, due } = set();
  concluder.want();
  for (const fact of facts) tell([fact]);
  expect(due.length).toBe(1);
  pass();
  expect(concluder.current?.audit.subjects.cookies.length).toBeGreaterThan(5);
});
