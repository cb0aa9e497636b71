import { describe, expect, test } from 'vitest';
import type { CookieWritten } from '../../src/analysis/facts/fact';
import { changedByUser } from '../../src/analysis/story/changed-by-user';
import { flowText } from '../../src/cli/flow/flow-text';
import { attributionWords, changedText } from '../../src/words/change-text';
import type { Builder } from '../build/clock';
import { aChange, aCookie, aJarRead, type CookieBuilder } from '../build/cookie';
import { aRecording } from '../build/recording';
import { aResponse, STORE } from '../build/response';
import { exchangesOf, replayed } from '../build/rows';

const sid = (value = '1') => aCookie(`sid=${value}`).on('shop.example').secure().httpOnly();
const written = (cookie: CookieBuilder, removed = false, by: CookieWritten['by'] = 'editor'): Builder<CookieWritten> => ({
  build: (clock) => [
    { kind: 'cookie-written', seq: clock.seq(), at: clock.now, storeId: STORE, cookie: cookie.cookie, removed, by },
  ],
});
const said = (recording: ReturnType<typeof aRecording>) =>
  replayed(recording).rows.flatMap((row) =>
    row.kind === 'change'
      ? [`${row.outcome}: ${attributionWords(row.attribution)}: ${changedText(row.outcome, row.attribution)}`]
      : [],
  );

describe('“I changed the cookie myself”', () => {
  test('in the editor: it was you, HttpOnly or not', () => {
    const recording = aRecording()
      .add(aJarRead(null, sid()))
      .after(500)
      .add(written(sid('2')))
      .after(3)
      .add(aChange().replaced(sid(), sid('2')));
    expect(said(recording)).toEqual(['replaced: changed by you: Replaced by you, in Cookie Flow.']);
    expect(flowText(recording.facts)).toContain('changed by you');
  });

  test('a line of the same name and value that came just before is not what did it', () => {
    const recording = aRecording()
      .add(aJarRead(null))
      .after(500)
      .add(aResponse().from('https://shop.example/').sets('sid=1; Path=/; Secure; SameSite=Strict; HttpOnly'))
      .after(1)
      .add(written(sid(), false, 'override'))
      .after(1)
      .add(aChange().added(sid()));
    const replay = replayed(recording);
    expect(said(recording)).toEqual([
      'stored: changed by you: a line tried or ended: Stored by you: an override was put in force or ended.',
    ]);
    expect(exchangesOf(replay)[0]?.lines[0]?.observed.outcome).toBe('not-observed');
  });

  test('a deletion, and another change of the same cookie later, which was not you', () => {
    const recording = aRecording()
      .add(aJarRead(null, sid()))
      .after(500)
      .add(written(sid(), true))
      .after(3)
      .add(aChange().removed(sid(), 'expired-overwrite'))
      .after(4000)
      .add(aChange().added(sid('3')));
    expect(said(recording)).toEqual([
      'deleted: changed by you: Deleted by you, in Cookie Flow.',
      'stored: not recorded: another tab, DevTools…: Stored, but not by a recorded response: what changed the cookie is not known.',
    ]);
  });

  test('a tried line: the beads of the line and of the cookie say so, until it is put back', () => {
    const served = () => aCookie('sid=1').on('shop.example').secure();
    const page = (path: string) => aResponse().from(`https://shop.example${path}`).carrying('sid=1');
    const recording = aRecording()
      .add(aJarRead(null))
      .after(500)
      .add(aResponse().from('https://shop.example/').sets('sid=1; Path=/; Secure').telling(aChange().added(served())))
      .after(100)
      .add(page('/as-set'))
      .after(100)
      .add(written(sid(), false, 'override'))
      .after(2)
      .add(aChange().replaced(served(), sid()))
      .after(100)
      .add(page('/tried'))
      .after(100)
      .add(written(served(), false, 'override'))
      .after(2)
      .add(aChange().replaced(sid(), served()))
      .after(100)
      .add(page('/put-back'));
    const { rows } = replayed(recording);
    const marked = exchangesOf(replayed(recording)).map(({ id, url }) => {
      const exchange = rows.find((row) => row.id === id);
      return [url, exchange?.kind === 'exchange' ? [...changedByUser(rows, [exchange])].map((key) => key.split('/')[1]) : []];
    });
    expect(Object.fromEntries(marked)).toEqual({
      'https://shop.example/': ['lines'],
      'https://shop.example/as-set': [],
      'https://shop.example/tried': ['cookies'],
      'https://shop.example/put-back': [],
    });
  });

  test('what the browser refused leaves no change', () => {
    expect(said(aRecording().add(aJarRead(null)).after(500).add(written(sid())))).toEqual([]);
  });
});
