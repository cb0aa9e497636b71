import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../../analysis/engine/base/units';
import { FIRST_TRIAL, linesOf, type Trial, withLines } from '../state/trial';
import { tried } from '../state/tried';
import { linkOf, readLink } from './lab-link';
import { PRESETS } from './presets';

const at = instant(Date.UTC(2026, 10, 23));
const opened = (link: string): Trial => {
  const read = readLink(link);
  if ('fault' in read) throw new Error(read.fault);
  return read.trial;
};
const verdicts = (trial: Trial) =>
  tried(trial, at)?.verdicts.map(({ decision, sending }) => [decision.outcome, decision.reasons, sending?.outcome]);

test.each(PRESETS.map((preset) => [preset.line, preset] as const))('%s comes back with the same verdicts', (_, preset) => {
  const back = opened(`https://host.example/#view=lab&lab=${linkOf(preset)}`);
  expect({ ...back, line: '' }).toEqual({ ...preset, line: '' });
  expect(verdicts(back)).toEqual(verdicts(preset));
});

test('no value is in a link, not even a piece of one that a semicolon cut off, nor a query', () => {
  const trial = withLines(
    {
      ...FIRST_TRIAL,
      url: 'https://user:geheim@shop.example/login?ticket=secret1#secret2',
      next: { ...FIRST_TRIAL, url: 'https://shop.example/?secret3', top: 'https://news.example/?secret4', seconds: 1 },
    },
    ['sid=secret5; Path=/', 'data={"a":"secret6";"b":"secret7"}; Secure', 'sécret8'],
    1,
  );
  const back = opened(linkOf(trial));
  expect(JSON.stringify(back)).not.toMatch(/s[eé]cret|geheim|ticket/);
  expect(linesOf(back)[0]).toBe('sid=xxxxxxx; Path=/');
  expect(back.line).toMatch(/^data=/);
});

test('a value stands for one of the same octets, so that browsers make the same of it', () => {
  const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }));
  fc.assert(
    fc.property(value, fc.constantFrom('', '; Secure', '; Path=/; HttpOnly'), (each, attributes) => {
      const trial = { ...FIRST_TRIAL, line: `a=${each}${attributes}` };
      fc.pre(!/[\n\r]/.test(trial.line));
      expect(verdicts(opened(linkOf(trial)))).toEqual(verdicts(trial));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['2.e30', 'other-version'],
  ['#view=lab&lab=99.abc', 'other-version'],
  ['', 'unreadable'],
  ['1.', 'unreadable'],
  ['1.!!!!', 'unreadable'],
  ['1.e30', 'unreadable'],
  ['1.bnVsbA', 'unreadable'],
  ['https://host.example/', 'unreadable'],
  [`1.${'a'.repeat(70_000)}`, 'unreadable'],
])('of %s it is said why it cannot be opened', (link, fault) => {
  expect(readLink(link)).toEqual({ fault });
});

test('whatever stands in a link, it opens or is refused', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => `1.${btoa(unescape(encodeURIComponent(json)))}`),
      ),
      (link) => {
        const read = readLink(link);
        expect('trial' in read || 'fault' in read).toBe(true);
      },
    ),
  );
});
