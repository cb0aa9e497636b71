import { describe, expect, test } from 'vitest';
import { exchange, hops, kinds, recording, seqs, urls } from '../../test/build/scene';
import { wireCookie, wireRequest } from '../../test/build/wire';

describe('clearing', () => {
  test('leaves the browser, the frames, what the jar held and requests under way', async () => {
    const { world, panel } = await recording();
    world.cookies = [wireCookie('sid')];
    panel.recorder.readJar();
    exchange(world, 'r1');
    world.request('sending', wireRequest('r2', { at: world.now }));
    await world.pass(200);
    world.change({ cookie: wireCookie('later'), removed: false, cause: 'explicit' });
    panel.recorder.clear();
    expect(kinds(panel)).toEqual(['recorder-started', 'navigation-committed', 'jar-snapshot', 'request-sent']);
    expect(panel.log.facts[2]).toMatchObject({ site: null, cookies: [{ name: 'sid' }, { name: 'later' }] });
    const [first = 0] = seqs(panel);
    expect(seqs(panel)).toEqual([first, first + 1, first + 2, first + 3]);
    world.request('completed', { ...wireRequest('r2', { at: world.now }), statusCode: 200, fromCache: false });
    await world.pass(200);
    expect(hops(panel)).toEqual(['request-sent 0', 'response-received 0', 'request-completed 0']);
  });

  test('says which facts are of before, though an event of theirs comes late', async () => {
    const { world, panel } = await recording();
    const open = wireRequest('r1', { at: world.now });
    await world.pass(10);
    world.request('received', { ...open, timeStamp: world.now, statusCode: 200 });
    await world.pass(200);
    panel.recorder.clear();
    const cleared = () => kinds(panel).slice(0, panel.log.cleared);
    const before = ['recorder-started', 'navigation-committed', 'jar-snapshot'];
    expect(cleared()).toEqual([...before, 'request-sent', 'response-received']);
    exchange(world, 'r2');
    await world.pass(200);
    world.request('sending', open);
    world.request('completed', { ...open, timeStamp: world.now, statusCode: 200, fromCache: false });
    await world.pass(200);
    expect(cleared()).toEqual([...before, 'request-sent', 'response-received']);
    expect(urls(panel)).toHaveLength(2);
    panel.recorder.clear();
    expect(cleared()).toEqual(kinds(panel));
    expect(urls(panel)).toEqual([]);
  });

  test('is not undone by what is told late of a request that had ended', async () => {
    const { world, panel } = await recording();
    const ended = wireRequest('r1', { at: world.now });
    exchange(world, 'r1');
    await world.pass(200);
    panel.recorder.clear();
    world.request('sending', { ...ended, timeStamp: ended.timeStamp - 1 });
    await world.pass(200);
    expect(urls(panel)).toEqual([]);
  });

  test('frees what was recorded', async () => {
    const { world, panel } = await recording();
    for (let n = 0; n < 300; n++) exchange(world, `r${n}`);
    await world.pass(200);
    const before = panel.log.facts.length;
    panel.recorder.clear();
    await world.pass(200);
    expect([before, panel.log.facts.length, panel.log.dropped]).toEqual([903, 4, 0]);
  });
});

describe('a limit', () => {
  test('drops the oldest, says how many, and never the beginning of what is left', async () => {
    const { world, panel } = await recording({ limit: { events: 1000, octets: 1e9 } });
    for (let n = 0; n < 600; n++) exchange(world, `r${n}`, { url: `https://a.example/${n}` });
    await world.pass(2000);
    expect(panel.log.facts.length).toBeLessThanOrEqual(1000);
    // One of them stands for those that were dropped.
    expect(panel.log.dropped + panel.log.facts.length).toBe(3 + 1800);
    expect(kinds(panel).slice(0, 4)).toEqual(['recorder-started', 'recorder-gap', 'navigation-committed', 'jar-snapshot']);
    expect(panel.log.facts[1]).toMatchObject({ cause: 'quota', from: panel.log.facts[0]?.at });
    expect(urls(panel).at(-1)).toBe('https://a.example/599');
    const numbers = seqs(panel);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  });

  test('of octets counts what headers and cookies take', async () => {
    const { world, panel } = await recording({ limit: { events: 1e6, octets: 1_000_000 } });
    for (let n = 0; n < 300; n++) exchange(world, `r${n}`, {}, [`a=${'x'.repeat(10_000)}`]);
    await world.pass(2000);
    expect(panel.log.dropped).toBeGreaterThan(300);
    expect(panel.log.facts.length).toBeGreaterThan(200);
  });

  test('can be changed while recording', async () => {
    const { world, panel } = await recording();
    for (let n = 0; n < 300; n++) exchange(world, `r${n}`);
    await world.pass(200);
    panel.recorder.limit({ events: 500, octets: 1e9 });
    expect(panel.log.facts.length).toBeLessThanOrEqual(500);
  });
});
