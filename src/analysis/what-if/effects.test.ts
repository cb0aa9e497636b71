import { expect, test } from 'vitest';
import { browsed } from '../../../test/build/browsing';
import { exampleDigest, factsOf } from '../../../test/build/example-facts';
import { kindFiles } from '../../../test/build/incident-examples';
import { bytes } from '../engine/base/bytes';
import type { Bytes } from '../engine/base/units';
import { corrected } from '../fixes/correct';
import { grade } from '../grade/grade';
import { incidentsOf } from '../incidents/incidents';
import { Replay } from '../replay/replay';
import { audit, siteInView } from '../rules/audit';
import type { ExampleStep, RuleExample } from '../rules/engine/example';
import { sessionsOf } from '../session/sessions';
import { runToEnd } from '../session/shared/chunked';
import { editsFor, type LineEdit } from './edits';
import { type AnalysedRecording, effectsOf } from './effects';
import { editsOfEveryFix } from './every-fix';
import { predict, type ReplayedRecording } from './predict';

function recordingOf(steps: readonly ExampleStep[], more: Partial<RuleExample> = {}): ReplayedRecording {
  const { browser = 'chromium', thirdParty } = more;
  const example = browsed({ title: '', expect: 'pass', steps, ...more });
  const replay = new Replay({ browser, ...(thirdParty === undefined ? {} : { thirdParty }) }).add(factsOf(example));
  return { rows: replay.rows, replay };
}

function concludedOf({ rows, replay }: ReplayedRecording): AnalysedRecording {
  const site = siteInView(rows) ?? '';
  const sessions = sessionsOf(rows, exampleDigest);
  const audited = audit(rows, site, sessions);
  const incidents = incidentsOf(rows, { sessions, digest: exampleDigest, browser: replay.profile });
  return { rows, site, sessions, audit: audited, grades: grade(audited), incidents, digest: exampleDigest };
}

function effects(recording: ReplayedRecording, edits: readonly LineEdit[], concluded = concludedOf(recording)) {
  const predicted = predict(recording, edits, { profile: recording.replay.profile, thirdParty: 'as-recorded' });
  return runToEnd(effectsOf(predicted, concluded));
}

/** A sign-in, use of it, and a visit from elsewhere. */
const SIGNED_IN: readonly ExampleStep[] = [
  { ask: 'GET https://shop.example/account', status: 302, answers: { location: '/login' } },
  { ask: 'GET https://shop.example/login', isRedirect: true },
  {
    ask: 'POST https://shop.example/login',
    from: 'https://shop.example',
    fields: { username: 'u', password: 'p' },
    status: 302,
    answers: { location: '/account' },
    sets: ['sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; SameSite=Lax'],
  },
  { ask: 'GET https://shop.example/account', isRedirect: true },
  { ask: 'GET https://shop.example/account', from: 'https://news.example' },
];

function withLine(line: string) {
  const recording = recordingOf(SIGNED_IN);
  const from = recording.rows.find((row) => row.kind === 'exchange' && row.lines.length > 0);
  const edits = editsFor(recording.rows, { exchange: from?.id ?? '', index: 0, line: bytes(line) });
  return effects(recording, edits);
}

test('a finding goes with the line that fixes it, and the grade rises', () => {
  const before = concludedOf(recordingOf(SIGNED_IN)).grades.site?.score ?? 0;
  const { findings, grade: now } = withLine('sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly; SameSite=Lax');
  expect(findings.goes.map(({ rule }) => rule)).toEqual(['http-only-missing']);
  expect(findings.comes).toEqual([]);
  expect(now?.score).toBeGreaterThan(before);
});

test('a finding comes with the line that has its fault, though the cookie moves to another path', () => {
  const { findings } = withLine('sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/account; SameSite=Lax');
  expect(findings.comes.map(({ rule }) => rule)).toContain('secure-missing');
  expect(findings.goes.map(({ rule }) => rule)).not.toContain('http-only-missing');
});

test('the steps that rest on a request without the cookie are named, and no other', () => {
  expect(withLine('sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; SameSite=Lax').steps).toEqual([]);
  const { steps, allSteps } = withLine('sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; SameSite=Lax; Domain=idp.example');
  expect(steps.map(({ kind }) => kind)).toContain('signed-in');
  expect(steps.length).toBeLessThanOrEqual(allSteps);
});

test('every fix taken leaves none of the findings that a line can fix', () => {
  const recording = recordingOf(SIGNED_IN);
  const concluded = concludedOf(recording);
  const edits = editsOfEveryFix(recording.rows, concluded.audit);
  expect(edits.length).toBeGreaterThan(0);
  const { findings, grade: now } = effects(recording, edits, concluded);
  expect(findings.goes.map(({ rule }) => rule)).toContain('http-only-missing');
  expect(now?.score).toBeGreaterThan(concluded.grades.site?.score ?? 100);
});

test('the line that an incident asks for ends it, in every example in which it corrects a line', () => {
  const ended: string[] = [];
  for (const { name, examples } of kindFiles) {
    for (const { title, steps, browser = 'chromium', thirdParty, expect: expected } of examples) {
      if (expected === null) continue;
      const recording = recordingOf(steps, { browser, ...(thirdParty === undefined ? {} : { thirdParty }) });
      const concluded = concludedOf(recording);
      for (const incident of concluded.incidents.all) {
        const fix = incident.remedy()?.edits;
        const place = placeOf(incident.chain);
        if (fix == null || place === null) continue;
        const edits = editsFor(recording.rows, { ...place, line: corrected(fix) as Bytes });
        const predicted = predict(recording, edits, { profile: browser, thirdParty: 'as-recorded' });
        const { incidents } = runToEnd(effectsOf(predicted, concluded));
        // Where the recording does not tell what the browser does with third-party cookies, nor does a what-if.
        if (incident.rows.some((row) => predicted.requests['cannot-tell'].includes(row))) continue;
        const is = incidents.goes.some(({ id }) => id === incident.id);
        ended.push(`${is ? 'ended' : 'stays'}: ${name}, ${title}`);
      }
    }
  }
  expect(ended.filter((each) => each.startsWith('stays'))).toEqual([]);
  expect(ended.length).toBeGreaterThan(10);
});

/** The line in an incident's chain that set its cookie. */
function placeOf(chain: AnalysedRecording['incidents']['all'][number]['chain']): { exchange: string; index: number } | null {
  for (const { row, bead } of chain) {
    const [, index] = /\/lines\/(\d+)$/.exec(bead ?? '') ?? [];
    if (index !== undefined) return { exchange: row, index: Number(index) };
  }
  return null;
}
