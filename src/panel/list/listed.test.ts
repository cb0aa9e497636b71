import { expect, test } from 'vitest';
import { shopFacts } from '../../../test/panel/shop';
import { instant } from '../../analysis/facts/units';
import { EMPTY_LOG } from '../../protocol/log';
import { readFilter } from '../filter/filter';
import { Recording } from '../recording';
import { FACETS } from './facets';
import { Lister } from './listed';

const ALL = readFilter('');
const facts = shopFacts();

function recorded(count = facts.length) {
  const recording = new Recording((publish) => publish());
  recording.take({ ...EMPTY_LOG, epoch: 'e', facts: facts.slice(0, count) });
  return recording;
}

test('the hops of a redirect chain stand together, whatever came between', () => {
  const { all } = new Lister().list(recorded().recorded, ALL, true);
  const requests = all.map((row) => (row.kind === 'exchange' ? row.request : row.id));
  for (const [index, request] of requests.entries()) expect(index - requests.indexOf(request)).toBeLessThan(3);
});

test('each facet counts the rows that its word would show', () => {
  const lister = new Lister();
  const { recorded: now } = recorded();
  const { facets } = lister.list(now, ALL, true);
  for (const [index, facet] of FACETS.entries()) {
    expect([facet.word, facets[index]]).toEqual([facet.word, new Lister().list(now, readFilter(facet.word), true).shown.length]);
  }
});

test('a list that grew fact by fact is the list made at once', () => {
  const grown = new Recording((publish) => publish());
  const lister = new Lister();
  const log = { ...EMPTY_LOG, epoch: 'e', facts: [] as (typeof EMPTY_LOG.facts)[number][] };
  for (const fact of facts) {
    log.facts.push(fact);
    grown.take({ ...log });
    lister.list(grown.recorded, ALL, true);
  }
  const atOnce = new Lister().list(recorded().recorded, ALL, true);
  const { all, facets } = lister.list(grown.recorded, ALL, true);
  expect(all.map((row) => row.id)).toEqual(atOnce.all.map((row) => row.id));
  expect(facets).toEqual(atOnce.facets);
});

test('without preserve log the list begins with the page now shown', () => {
  const { all } = new Lister().list(recorded().recorded, ALL, false);
  const [first] = all;
  expect(first?.kind === 'exchange' && first.url).toBe('https://shop.example/account');
});

test('clear empties the list and later rows come in', () => {
  const recording = recorded(40);
  recording.clear();
  expect(new Lister().list(recording.recorded, ALL, true).all).toEqual([]);
  recording.settle(instant(0));
});
