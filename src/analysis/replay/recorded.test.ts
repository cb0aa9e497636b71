import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts/fact';
import { Replay } from './replay';
import type { Exchange } from './rows/exchange';

const recorded = (browser: string): readonly Fact[] =>
  JSON.parse(readFileSync(new URL(`../../../test/recordings/${browser}-sign-in.json`, import.meta.url), 'utf8'));

describe.each(['chromium', 'firefox'])('the sign-in as %s really told it', (browser) => {
  const { rows } = new Replay().add(recorded(browser));
  const exchanges: readonly Exchange[] = rows.filter((row) => row.kind === 'exchange');
  const lines = exchanges.flatMap((exchange) => exchange.lines);

  it('comes to exchanges and navigations: no change of the jar is left to a script', () => {
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['navigation', 'exchange']));
  });

  it('finds every cookie of every Cookie header in the replayed jar', () => {
    const sent = exchanges.flatMap(({ cookies }) => cookies);
    expect(sent.length).toBeGreaterThan(15);
    expect(sent.filter(({ cookie }) => cookie === null)).toEqual([]);
  });

  it('shows no difference between the engine and the browser', () => {
    const all = exchanges.flatMap(({ cookies, withheld, lines }) => [...cookies, ...withheld, ...lines]);
    expect(all.filter(({ agreement }) => agreement === 'differs')).toEqual([]);
  });

  it('observes what became of every line', () => {
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter(({ observed }) => observed.outcome === 'not-observed')).toEqual([]);
  });

  it('sees a new session id replace the old one at the sign-in', () => {
    const signIn = exchanges.find(({ sent, url }) => sent.method === 'POST' && url.endsWith('/sign-in'));
    const [line] = signIn?.lines ?? [];
    expect([line?.parsed.name, line?.observed.outcome]).toEqual(['__Host-sid', 'replaced']);
    expect(line?.previous?.value).toBe(signIn?.cookies.find(({ name }) => name === '__Host-sid')?.value);
    expect(line?.previous?.value).not.toBe(line?.parsed.value);
  });

  it('puts each navigation in front of the first hop of its chain', () => {
    const after = rows.flatMap((row, place) => (row.kind === 'navigation' ? [rows[place + 1]] : []));
    expect(after.every((row) => row?.kind === 'exchange' && row.sent.type === 'document' && row.hop === 0)).toBe(true);
  });

  it('names the Strict cookie that did not come along from the advertiser’s link', () => {
    const back = exchanges.find(({ sent, url }) => sent.initiator?.includes('ads.localhost') && new URL(url).pathname === '/');
    expect(back?.withheld.map(({ cookie, predicted }) => [cookie.name, ...predicted.reasons])).toEqual([
      ['__Host-csrf', 'same-site-strict'],
    ]);
  });
});

it('knows from the requests that Debian’s Chromium blocks third parties, and the jar agrees', () => {
  const { rows } = new Replay().add(recorded('chromium'));
  const lines = rows
    .flatMap((row) => (row.kind === 'exchange' ? row.lines : []))
    .filter(({ parsed }) => parsed.name === '__Host-tracker');
  expect(lines.map(({ predicted, observed }) => [predicted.outcome, predicted.reasons[0], observed.outcome])).toEqual([
    ['rejected', 'third-party-blocked', 'rejected'],
    ['rejected', 'third-party-blocked', 'rejected'],
  ]);
});
