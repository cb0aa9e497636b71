import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAccess } from '../../../../test/build/access';
import { anyLine } from '../../../../test/build/line';
import { PROFILES } from '../base/profile';
import { readLine } from '../header/read-line';
import { Jar } from '../jar/jar';
import { accessOf, type EngineSettings } from './access/access';
import { cookieHeader, decideSend, explainSend } from './on-send';
import { applySet, decideSet, explainSet } from './on-set';
import type { Verdict } from './verdict';

const settings: fc.Arbitrary<EngineSettings> = fc.record({
  profile: fc.constantFrom(...PROFILES),
  thirdParty: fc.constantFrom<EngineSettings['thirdParty'][]>('default', 'allow', 'block', 'partition', { unknown: 'setting' }),
});
const lines = fc.array(anyLine(), { maxLength: 8 });

/** Plays lines at accesses in turn and gives each to `look` before the jar follows. */
const play = (look: (jar: Jar, access: ReturnType<typeof accessOf>, line: Parameters<typeof explainSet>[2]) => void) =>
  fc.property(fc.array(fc.tuple(anyAccess(), lines), { maxLength: 4 }), settings, (events, options) => {
    const jar = new Jar();
    for (const [asked, written] of events) {
      const access = accessOf(asked, options);
      for (const line of written) {
        look(jar, access, line);
        applySet(jar, access, line);
      }
    }
  });

const missingOf = ({ steps }: Verdict) => steps.flatMap(({ missing }) => (missing === null ? [] : [missing]));

test('on setting, the short answer is the explained one', () => {
  fc.assert(
    play((jar, access, line) => {
      const { context, ...short } = decideSet(jar, access, line);
      const long = explainSet(jar, access, line);
      expect(short.accepted).toBe(long.allowed);
      expect(short.reasons).toEqual(long.reasons);
      expect(short.missing).toEqual(short.accepted === 'cannot-tell' ? missingOf(long) : []);
      expect(decideSet(jar, access, readLine(line, access.profile))).toMatchObject(short);
      expect(context.before).toBe(short.previous);
    }),
  );
});

test('on sending, the short answer is the explained one, and the header holds what is sent', () => {
  fc.assert(
    play((jar, access) => {
      const { sent, withheld } = cookieHeader(jar, access);
      for (const cookie of jar.all()) {
        const short = decideSend(cookie, access);
        const long = explainSend(cookie, access);
        expect(short.outcome).toBe(long.allowed === true ? 'sent' : long.allowed === false ? 'withheld' : 'cannot-tell');
        expect(short.reasons).toEqual(long.reasons);
        expect(short.missing).toEqual(short.outcome === 'cannot-tell' ? missingOf(long) : []);
        if (sent.includes(cookie)) expect(short.outcome).toBe('sent');
      }
      expect(withheld.every(({ cookie, prediction }) => prediction.outcome !== 'sent' && !sent.includes(cookie))).toBe(true);
    }),
  );
});

test('a header that was asked for before is what judging each cookie anew gives', () => {
  fc.assert(
    fc.property(
      anyAccess(),
      lines,
      fc.array(anyAccess(), { minLength: 2, maxLength: 5 }),
      settings,
      (home, set, asked, options) => {
        const jar = new Jar();
        for (const line of set) applySet(jar, accessOf(home, options), line);
        // Each is also asked in the place of the others, so that accesses that differ in one thing meet.
        const mixed = asked.flatMap((one) => asked.map((other) => ({ ...one, url: other.url, at: other.at })));
        for (const asked of [...mixed, ...mixed]) {
          const access = accessOf(asked, options);
          const { sent, withheld } = cookieHeader(jar, access);
          const judged = jar.ofSite(access.host).map((cookie) => ({ cookie, prediction: decideSend(cookie, access) }));
          expect(new Set(sent)).toEqual(
            new Set(judged.filter(({ prediction }) => prediction.outcome === 'sent').map(({ cookie }) => cookie)),
          );
          expect(withheld).toEqual(judged.filter(({ prediction }) => prediction.outcome !== 'sent'));
        }
      },
    ),
  );
});

test('the order of a site that is asked for after each change is the one that sorting anew gives', () => {
  fc.assert(
    play((jar, { host }) => {
      const anew = new Jar();
      for (const cookie of jar.all()) anew.put(cookie);
      expect(jar.ofSite(host)).toEqual(anew.ofSite(host));
    }),
  );
});

test('the jar holds nothing that the verdict refused, and follows what it took', () => {
  fc.assert(
    play((jar, access, line) => {
      const before = [...jar.all()];
      const decision = decideSet(jar, access, line);
      expect([...jar.all()]).toEqual(before);
      const { evicted } = applySet(jar, access, line);
      if (decision.accepted !== true) expect([...jar.all()]).toEqual(before);
      else if (decision.cookie !== null) expect(jar.find(decision.cookie)).toEqual(decision.cookie);
      else expect(decision.previous === null || jar.find(decision.previous) === null).toBe(true);
      expect(evicted).toEqual([]);
      expect(jar.size).toBe([...jar.all()].length);
    }),
  );
});

test('the octets a failed step points at lie in the line', () => {
  fc.assert(
    play((jar, access, line) => {
      for (const { span } of explainSet(jar, access, line).steps) {
        if (span !== null) expect(0 <= span.start && span.start <= span.end && span.end <= line.length).toBe(true);
      }
    }),
  );
});
