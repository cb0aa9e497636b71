import { expect, test } from 'vitest';
import { IMMEDIATE_TURNS } from '../../../../test/build/turns';
import { Traffic } from '../../../../test/panel/many';
import { shopFacts } from '../../../../test/panel/shop';
import { instant } from '../../../analysis/engine/base/units';
import type { Fact } from '../../../analysis/facts/fact';
import { EMPTY_LOG } from '../../../protocol/recording-log';
import { Recording } from '../../recording/recording';
import { FACETS } from '../filter/facets';
import { readFilter } from '../filter/filter';
import { Lister } from './listed';

const ALL = readFilter('');
const facts = shopFacts();

function recorded(count = facts.length) {
  const recording = new Recording(IMMEDIATE_TURNS);
  recording.take({ ...EMPTY_LOG, facts: facts.slice(0, count) });
  return recording;
}

test('the hops of a redirect chain stand together, whatever came between', () => {
  const { all } = new Lister().list(recorded().recorded, ALL);
  const requests = all.map((row) => (row.kind === 'exchange' ? row.request : row.id));
  for (const [index, request] of requests.entries()) expect(index - requests.indexOf(request)).toBeLessThan(3);
});

test('each facet counts the rows that its word would show', () => {
  const lister = new Lister();
  const { recorded: now } = recorded();
  const { facets } = lister.list(now, ALL);
  for (const [index, facet] of FACETS.entries()) {
    expect([facet.is, facets[index]]).toEqual([facet.is, new Lister().list(now, readFilter(`is:${facet.is}`)).shown.length]);
  }
});

test('a list that grew fact by fact is the list made at once', () => {
  const grown = new Recording(IMMEDIATE_TURNS);
  const lister = new Lister();
  const log = { ...EMPTY_LOG, facts: [] as (typeof EMPTY_LOG.facts)[number][] };
  for (const fact of facts) {
    log.facts.push(fact);
    grown.take({ ...log });
    lister.list(grown.recorded, ALL);
  }
  const inOnePass = new Lister().list(recorded().recorded, ALL);
  const { all, facets } = lister.list(grown.recorded, ALL);
  expect(all.map((row) => row.id)).toEqual(inOnePass.all.map((row) => row.id));
  expect(facets).toEqual(inOnePass.facets);
});

test('without preserve log the list begins with the page now shown', () => {
  const { all } = new Lister().list(recorded().recorded, ALL, { preserve: false });
  const [first] = all;
  expect(first?.kind === 'exchange' && first.url).toBe('https://shop.example/account');
});

test('clear empties the list and later rows come in', () => {
  const recording = recorded(40);
  recording.clear();
  expect(new Lister().list(recording.recorded, ALL).all).toEqual([]);
  recording.settle(instant(0));
});

/** Time for so many looks at the clock. */
const looks = (count: number) => {
  let left = count;
  return () => left-- > 0;
};

const SET = readFilter('is:set');

function manyRows() {
  const recording = new Recording(IMMEDIATE_TURNS);
  const traffic = new Traffic();
  const facts: Fact[] = [];
  const more = (requests: number) => {
    facts.push(...traffic.next(requests));
    recording.take({ ...EMPTY_LOG, facts });
    return recording.recorded;
  };
  return { recorded: more(1000), more };
}

test('until all rows have been asked, those of the filter before are shown', () => {
  const { recorded: now } = manyRows();
  const lister = new Lister();
  const before = lister.list(now, readFilter('items/7'));
  const behind = lister.list(now, SET, { hasTime: looks(2) });
  expect([behind.isBehind, behind.filter.text, behind.shown]).toEqual([true, 'items/7', before.shown]);
  expect(lister.list(now, SET, { hasTime: looks(1) })).toBe(behind);
  expect(lister.work(looks(1))).toBe(false);
  expect(lister.work(looks(100))).toBe(true);
  const done = lister.list(now, SET, { hasTime: looks(0) });
  expect([done.isBehind, done.filter.text, done.shown]).toEqual([false, 'is:set', new Lister().list(now, SET).shown]);
});

test('rows that come while others are asked are asked too, and counted at once', () => {
  const { recorded: now, more } = manyRows();
  const lister = new Lister();
  lister.list(now, ALL);
  lister.list(now, SET, { hasTime: looks(2) });
  const grown = more(500);
  const behind = lister.list(grown, SET, { hasTime: looks(2) });
  expect([behind.isBehind, behind.rows.requests, behind.shown.length]).toEqual([true, 1500, 1500]);
  expect(lister.work(looks(100))).toBe(true);
  expect(lister.list(grown, SET).shown).toEqual(new Lister().list(grown, SET).shown);
});

test('a filter that is taken back while rows are asked shows all at once', () => {
  const { recorded: now } = manyRows();
  const lister = new Lister();
  lister.list(now, ALL);
  lister.list(now, SET, { hasTime: looks(2) });
  const { isBehind, shown } = lister.list(now, ALL, { hasTime: looks(0) });
  expect([isBehind, shown.length]).toEqual([false, 1000]);
});
