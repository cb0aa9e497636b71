import { describe, expect, test } from 'vitest';
import type { CookieWritten } from '../../src/analysis/facts/fact';
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
    expect(said(recording)).toEqual(['replaced: by you: Replaced by you, in Cookie Flow.']);
    expect(flowText(recording.facts)).toContain('by you');
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
    expect(said(recording)).toEqual(['stored: by you, an override: Stored by you: an override was put in force or ended.']);
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
      'deleted: by you: Deleted by you, in Cookie Flow.',
      'stored: not recorded: another tab, DevTools…: Stored, but not by a recorded response: what changed the cookie is not known.',
    ]);
  });

  test('what the browser refused leaves no change', () => {
    expect(said(aRecording().add(aJarRead(null)).after(500).add(written(sid())))).toEqual([]);
  });
});
