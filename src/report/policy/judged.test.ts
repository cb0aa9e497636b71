import { describe, expect, it } from 'vitest';
import { aFinding, anIncident, aReportedRecording } from '../../../test/build/report';
import { baselineOf, readBaseline } from './baseline';
import { type Config, EMPTY_CONFIG, readConfig } from './config-schema';
import { FAIL_ON_FORM, FAIL_ON_WORDS, failOnOf } from './fail-on';
import { judged, type Policy } from './judged';

const recording = aReportedRecording({
  findings: [aFinding('http-only-missing', 'sid', { severity: 'error' }), aFinding('value-guessable', 'cart')],
  incidents: [anIncident('sign-in-loop', 'sid')],
});
const report = (more: Partial<Policy> = {}, over = recording) =>
  judged([over], [], { config: EMPTY_CONFIG, baseline: null, failOn: [], ...more });
const failures = (words: readonly string[], more: Partial<Policy> = {}) => report({ failOn: failOnOf(words), ...more }).failures;
const config = (json: object): Config => {
  const read = readConfig(json);
  if ('faults' in read) throw new Error(read.faults.join());
  return read.config;
};

describe('what fails', () => {
  it.each([
    [['error'], ['1 new finding of high severity']],
    [['warning'], ['2 new findings of medium or higher severity']],
    [['incident'], ['1 new incident, certain or likely']],
    [['grade:B'], ['app.example has grade C, and B is demanded']],
    [['grade:C'], []],
    [['never'], []],
    [
      ['error', 'incident'],
      ['1 new finding of high severity', '1 new incident, certain or likely'],
    ],
  ])('on %j: %j', (words, expected) => {
    expect(failures(words)).toEqual(expected);
  });

  it('is no incident that is only possible, and none of another site', () => {
    const incidents = [anIncident('a', 'x', { confidence: 'possible' }), anIncident('b', 'y', { site: 'ads.example' })];
    expect(report({ failOn: failOnOf(['incident']) }, aReportedRecording({ incidents })).failures).toEqual([]);
  });

  it('is every word that can be written, and the configuration takes the same words', () => {
    expect(FAIL_ON_WORDS.filter((word) => !FAIL_ON_FORM.test(word))).toEqual([]);
    expect(FAIL_ON_WORDS.filter((word) => word !== 'never' && failOnOf([word]).length !== 1)).toEqual([]);
  });
});

describe('a baseline', () => {
  it('takes what it knows for known, and only what is new fails', () => {
    const baseline = baselineOf(report());
    expect(failures(['note', 'incident'], { baseline })).toEqual([]);
    const more = aReportedRecording({ ...recording, findings: [...recording.findings, aFinding('secure-missing', 'new')] });
    const again = report({ baseline, failOn: failOnOf(['note']) }, more);
    expect(again.failures).toEqual(['1 new finding']);
    expect(again.recordings[0]?.findings.map(({ standing }) => standing)).toEqual(['known', 'known', 'new']);
  });

  it('is the same text in whatever order things are found, and leaves out what is ignored', () => {
    const turned = aReportedRecording({ ...recording, findings: recording.findings.toReversed() });
    expect(baselineOf(report({}, turned))).toEqual(baselineOf(report()));
    const ignoring = config({ ignore: [{ rule: 'http-only-missing', reason: 'A script reads it.' }] });
    expect(baselineOf(report({ config: ignoring })).known.map(({ rule }) => rule)).not.toContain('http-only-missing');
  });
});

describe('what the configuration ignores', () => {
  it.each([
    [{ rule: 'http-only-missing' }, ['ignored', 'new', 'new']],
    [{ cookie: 'c*t' }, ['new', 'ignored', 'new']],
    [{ cookie: 'c.rt' }, ['new', 'new', 'new']],
    [{ cookie: 'sid' }, ['ignored', 'new', 'ignored']],
    [{ rule: 'http-only-missing', cookie: 'cart' }, ['new', 'new', 'new']],
    [{ site: 'app.example' }, ['ignored', 'ignored', 'ignored']],
    [{ site: 'other.example', cookie: 'sid' }, ['new', 'new', 'new']],
  ])('by %j makes them %j', (entry, standings) => {
    const { recordings } = report({ config: config({ ignore: [{ ...entry, reason: 'Known.' }] }) });
    const all = recordings.flatMap(({ findings, incidents }) => [...findings, ...incidents]);
    expect(all.map(({ standing }) => standing)).toEqual(standings);
    expect(all.every(({ standing, reason }) => (standing === 'ignored') === (reason === 'Known.'))).toBe(true);
  });
});

it('a budget that is exceeded fails whatever else is asked for, one that is met does not', () => {
  const budgets = { cookies: 2, cookieOctets: 120, headerOctets: 89, grade: 'B' };
  expect(failures([], { config: config({ budgets }) })).toEqual([
    'app.example has 3 cookies, more than the budget of 2',
    'The longest Cookie header to app.example has 90 octets, more than the budget of 89',
    'app.example has grade C, and B is demanded',
  ]);
});

it.each([
  [{ ignore: [{ rule: 'x' }] }, 'ignore.0.reason'],
  [{ ignore: [{ reason: 'Everything.' }] }, 'ignore.0'],
  [{ budgets: { cookies: -1 } }, 'budgets.cookies'],
  [{ budget: {} }, 'budget'],
  [{ failOn: ['warnings'] }, 'failOn.0'],
  [{ version: 2 }, 'version'],
  [[], 'the file'],
])('a configuration %j is refused with its place %j', (json, place) => {
  const read = readConfig(json);
  expect('faults' in read && read.faults.some((fault) => fault.startsWith(place))).toBe(true);
});

it.each([
  [{ budgets: { cookie: 5 } }, 'budgets.cookie: there is no setting of that name'],
  [{ budgets: { cookies: '5' } }, 'budgets.cookies: a number is expected'],
  [{ budgets: { cookies: 1.5 } }, 'budgets.cookies: a whole number of 0 or more is expected'],
  [{ failOn: 'error' }, 'failOn: a list is expected'],
  [{ ignore: [{ rule: 'x' }] }, 'ignore.0.reason is missing'],
  [{ ignore: [{ rule: 'x', reason: ' ' }] }, 'ignore.0.reason is empty'],
  [{ ignore: [{ reason: 'All.' }] }, 'ignore.0 must name a rule, a cookie or a site'],
  [{ profile: 'safari' }, 'profile: ("chromium" | "firefox") is expected'],
])('what is wrong with the configuration %j is told in words: %s', (json, fault) => {
  expect(readConfig(json)).toEqual({ faults: [fault] });
});

it('a baseline of a newer version is told apart from a file that is none', () => {
  expect(readBaseline({ format: 'cookie-flow-baseline', version: 2, known: [] })).toBe('newer');
  expect(readBaseline({ format: 'cookie-flow-report', version: 1 })).toBeNull();
});
