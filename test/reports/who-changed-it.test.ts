import { describe, expect, test } from 'vitest';
import { aChange, aCookie, aJarRead, anOtherResponse } from '../build/cookie';
import { aRecording, navigated } from '../build/recording';
import { aResponse } from '../build/response';
import { changesOf, exchangesOf, linesOf, replayed } from '../build/rows';
import { digestOf } from '../build/trace';
import { saidOfChanges } from './answers';

const SHOP = 'https://shop.example';
const page = () => aResponse().from(`${SHOP}/`);
const sid = (value: string) => aCookie(`sid=${value}`).on('shop.example').secure().httpOnly();
const theme = (value: string) => aCookie(`theme=${value}`).on('shop.example');

describe('a cookie changed and no request of this tab did it', () => {
  test('an HttpOnly cookie: no script is blamed, the candidates are named', () => {
    const [said] = saidOfChanges(
      replayed(
        aRecording()
          .add(page())
          .after(50)
          .add(aChange().added(sid('1'))),
      ),
    );
    expect(said).toMatch(/what changed the cookie is not known/);
    expect(said).toMatch(/No script can have done it: the cookie is HttpOnly\.$/);
    expect(said).toMatch(/another tab, .*DevTools itself/);
    expect(said).not.toMatch(/a script in a page/);
  });

  test('a cookie that was HttpOnly and is no longer: no script can have replaced it', () => {
    const plain = aCookie('sid=2').on('shop.example').secure();
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, sid('1')))
        .after(500)
        .add(aChange().replaced(sid('1'), plain)),
    );
    expect(changesOf(replay)[0]?.attribution).toMatchObject({ kind: 'not-recorded' });
    expect(saidOfChanges(replay)[0]).toMatch(/No script can have done it/);
  });

  test.each(['chromium', 'firefox'] as const)(
    'a plain cookie in %s: a script is the first of the candidates, not the author',
    (browser) => {
      const [said] = saidOfChanges(
        replayed(
          aRecording(browser)
            .add(page())
            .after(50)
            .add(aChange().added(theme('dark'))),
        ),
      );
      expect(said).toMatch(/^theme: Stored, but not by a recorded response: what changed the cookie is not known\./);
      expect(said).toMatch(/\(not recorded: a script, another tab…\)/);
    },
  );

  test('on localhost in Chromium, right after a navigation: DevTools’ own request comes first', () => {
    const local = aCookie('devt=1').on('localhost').httpOnly();
    const replay = replayed(
      aRecording()
        .add(aResponse().from('http://localhost:3000/'), navigated('http://localhost:3000/'))
        .after(40)
        .add(aChange().added(local)),
    );
    expect(saidOfChanges(replay)[0]).toMatch(/\(not recorded: DevTools, another tab…\)/);
  });

  test.each([
    ['127.0.0.1', 'http://127.0.0.1/'],
    ['[::1]', 'http://[::1]:8080/'],
    ['app.localhost', 'https://app.localhost/'],
  ])('so it is on %s, but not on a host elsewhere', (domain, url) => {
    const changed = (host: string, at: string) =>
      changesOf(
        replayed(
          aRecording()
            .add(navigated(at))
            .after(40)
            .add(aChange().added(aCookie('c=1').on(host))),
        ),
      )[0]?.attribution;
    expect(changed(domain, url)).toMatchObject({
      candidates: ['devtools-request', 'script', 'other-tab', 'unseen-request', 'extension', 'user'],
    });
    expect(changed('shop.example', `${SHOP}/`)).toMatchObject({
      candidates: ['script', 'other-tab', 'devtools-request', 'unseen-request', 'extension', 'user'],
    });
  });
});

describe('another tab or a popup set the cookie', () => {
  test.each(['before', 'after'])('its response is reported %s the change', (order) => {
    const other = anOtherResponse('shop.example', { sid: null });
    const change = aChange().added(sid('1'));
    // The response is the earlier of the two, whichever is told first.
    const lateResponse = {
      build: (clock: Parameters<typeof other.build>[0]) => {
        const late = other.build(clock);
        clock.pass(8);
        return [...change.build(clock), ...late];
      },
    };
    const recording = aRecording().add(page()).after(50);
    const replay = replayed(order === 'before' ? recording.add(other).after(8).add(change) : recording.add(lateResponse));
    expect(saidOfChanges(replay)).toEqual(['sid: Stored by a response from shop.example to another tab. (by another tab)']);
  });

  test('the value tells it from the script’s write beside it', () => {
    const recording = aRecording()
      .add(page(), anOtherResponse('shop.example', { theme: digestOf('from-the-popup' as never) }))
      .after(8)
      .add(aChange().added(theme('from-a-script')))
      .after(400)
      .add(aChange().replaced(theme('from-a-script'), theme('from-the-popup')));
    const replay = replayed(recording, { digest: digestOf });
    expect(changesOf(replay).map(({ attribution }) => attribution.kind)).toEqual(['not-recorded', 'other-tab']);
  });

  test('a worker of the site is named as one', () => {
    const replay = replayed(
      aRecording()
        .add(page(), anOtherResponse('shop.example', { sid: null }, -1))
        .after(8)
        .add(aChange().added(sid('1'))),
    );
    expect(saidOfChanges(replay)[0]).toMatch(/^sid: Stored by a response from shop\.example to a worker\./);
  });

  test.each([
    ['of another site', anOtherResponse('ads.example', { sid: null })],
    ['of a host that the cookie is not for', anOtherResponse('www.shop.example', { sid: null })],
    ['that names another cookie', anOtherResponse('shop.example', { other: null })],
    ['that sets nothing', anOtherResponse('shop.example', {})],
  ])('a response %s is no evidence', (_what, other) => {
    const replay = replayed(
      aRecording()
        .add(page(), other)
        .after(8)
        .add(aChange().added(sid('1'))),
    );
    expect(changesOf(replay)[0]?.attribution.kind).toBe('not-recorded');
  });

  test('a response long before or after is no evidence', () => {
    const early = aRecording()
      .add(anOtherResponse('shop.example', { sid: null }))
      .after(10_000)
      .add(aChange().added(sid('1')));
    const late = aRecording()
      .add(aChange().added(sid('1')))
      .after(9_000)
      .add(anOtherResponse('shop.example', { sid: null }));
    for (const recording of [early, late]) expect(changesOf(replayed(recording))[0]?.attribution.kind).toBe('not-recorded');
  });

  test('one response explains one change of a cookie', () => {
    const replay = replayed(
      aRecording()
        .add(anOtherResponse('shop.example', { theme: null }))
        .after(8)
        .add(aChange().added(theme('a')))
        .after(200)
        .add(aChange().replaced(theme('a'), theme('b'))),
    );
    expect(changesOf(replay).map(({ attribution }) => attribution.kind)).toEqual(['other-tab', 'not-recorded']);
  });
});

describe('Clear-Site-Data', () => {
  const signOut = () => aResponse().from(`${SHOP}/logout`).by('POST').carrying('sid=1').heads('clear-site-data', '"cookies"');
  const there = (browser: 'chromium' | 'firefox' = 'chromium') =>
    aRecording(browser)
      .add(aJarRead(null, sid('1')))
      .after(500);

  test.each(['"cookies"', '"cache", "cookies"', '"*"'])('%s: the deletions are the response’s', (value) => {
    const replay = replayed(
      there()
        .add(aResponse().from(`${SHOP}/logout`).carrying('sid=1').heads('clear-site-data', value))
        .after(20)
        .add(aChange().removed(sid('1'))),
    );
    expect(saidOfChanges(replay)).toEqual(['sid: Deleted by the Clear-Site-Data header of a response. (by Clear-Site-Data)']);
  });

  test('told before the response, as Firefox may, it is the response’s all the same', () => {
    const replay = replayed(there('firefox').add(signOut().tellingFirst(aChange().removed(sid('1')))));
    expect(changesOf(replay)[0]?.attribution).toMatchObject({ kind: 'clear-site-data', exchange: 'r1#0' });
  });

  test('what the same response sets is not kept by Chromium, and the reason is the header', () => {
    const replay = replayed(there().add(signOut().sets('bye=1; Path=/; Secure')).after(300).add(aJarRead('shop.example')));
    expect(linesOf(replay)).toEqual(['rejected, rejected by jar-read: agrees']);
    expect(exchangesOf(replay)[0]?.lines[0]?.predicted.reasons).toEqual(['clear-site-data']);
  });

  test.each(['chromium', 'firefox'] as const)('what the same response deletes is deleted by its line (%s)', (browser) => {
    const gone = aChange().removed(sid('1'), browser === 'chromium' ? 'expired-overwrite' : 'explicit');
    const replay = replayed(there(browser).add(signOut().sets('sid=; Path=/; Max-Age=0'), gone));
    expect(linesOf(replay)).toEqual(['deleted, deleted by change-event: agrees']);
  });

  test.each([
    ['over http', aResponse().from('http://shop.example/logout').heads('clear-site-data', '"cookies"')],
    ['without "cookies"', aResponse().from(`${SHOP}/logout`).heads('clear-site-data', '"cache", "storage"')],
  ])('%s it deletes nothing', (_where, response) => {
    const replay = replayed(
      there()
        .add(response)
        .after(20)
        .add(aChange().removed(sid('1'))),
    );
    expect(changesOf(replay)[0]?.attribution.kind).toBe('not-recorded');
  });

  test('what goes before the response, and what came after it, is not its doing', () => {
    const before = there()
      .add(aChange().removed(sid('1')))
      .after(400)
      .add(signOut());
    expect(changesOf(replayed(before))[0]?.attribution.kind).toBe('not-recorded');
    const after = there()
      .add(signOut())
      .after(200)
      .add(aChange().added(theme('a')))
      .after(400)
      .add(aChange().removed(theme('a')));
    expect(changesOf(replayed(after)).map(({ attribution }) => attribution.kind)).toEqual(['not-recorded', 'not-recorded']);
  });

  test('of another tab: a line that this browser refuses deleted nothing, though the cookie went', () => {
    const image = aResponse().from(`${SHOP}/pixel`).fetchedBy('https://other.example').carrying('theme=a');
    const strict = sid('1').sameSite('strict');
    const replay = replayed(
      aRecording('firefox')
        .add(aJarRead(null, strict, theme('a').sameSite('none').secure()))
        .after(500)
        .add(image.sets('sid=; Path=/; SameSite=Strict; Max-Age=0'))
        .after(215)
        .add(aChange().removed(strict), aChange().removed(theme('a').sameSite('none').secure())),
    );
    expect(linesOf(replay)).toEqual(['rejected, no-jar-read: not-observed']);
    expect(changesOf(replay).map(({ attribution }) => attribution.kind)).toEqual(['not-recorded', 'not-recorded']);
  });
});
