import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { harEntry, harHeaders } from '../../test/build/har';
import { aTrace, digestOf, hexDigestOf } from '../../test/build/trace';
import { exportRecording } from '../formats/export-recording';
import { reportSchema } from './model/report-schema';
import { EMPTY_CONFIG } from './policy/config-schema';
import { judged } from './policy/judged';
import { reportOn } from './report-on';

const OPTIONS = { digest: digestOf, ownHosts: [], browser: null, thirdParty: null } as const;
const file = (lines: string, origin = 'https://app.example'): Uint8Array =>
  new TextEncoder().encode(
    exportRecording(aTrace(origin, lines), 'recording', { digest: digestOf, redaction: hexDigestOf }).text,
  );
const SIGN_IN = (attributes: string) => `GET / 200
  POST /login [user password] 302 /account | sid={A}${attributes}
  -> /account 200`;
const reported = (octets: Uint8Array, options: Parameters<typeof reportOn>[2] = OPTIONS) => {
  const result = reportOn(octets, 'app.json', options);
  if (result.kind === 'refused') throw new Error(result.why);
  return result.recording;
};

describe('the report on a file', () => {
  it('names what is wrong with the session cookie, what to do, the sign-in and the grade', () => {
    const { sites, findings } = reported(file(SIGN_IN('')));
    expect(sites).toMatchObject([{ site: 'app.example', letter: expect.stringMatching(/^[A-F]\+?$/) }]);
    expect(sites[0]?.story.map(({ title }) => title)).toContain('Signed in');
    const httpOnly = findings.find(({ rule }) => rule === 'http-only-missing');
    expect(httpOnly).toMatchObject({ cookie: { name: 'sid', domain: 'app.example' }, severity: 'error' });
    expect(httpOnly?.remedy.advice).toContain('HttpOnly');
  });

  it('is as its published schema says', () => {
    const report = judged([reported(file(SIGN_IN('')))], [], { config: EMPTY_CONFIG, baseline: null, failOn: [] });
    expect(v.safeParse(reportSchema, JSON.parse(JSON.stringify(report))).issues).toBeUndefined();
  });

  it('gives a fault the same fingerprint in another recording, whatever the value, and another one to another cookie', () => {
    const prints = (lines: string) =>
      reported(file(lines))
        .findings.filter(({ cookie }) => cookie !== null)
        .map(({ fingerprint }) => fingerprint);
    const first = prints(SIGN_IN(''));
    expect(first.length).toBeGreaterThan(0);
    expect(prints(`GET /help 200\n${SIGN_IN('').replace('{A}', '{B}')}`)).toEqual(first);
    expect(prints(SIGN_IN('').replace('sid=', 'sessionid=')).filter((print) => first.includes(print))).toEqual([]);
  });

  it('reports on own hosts beside the site in view, and only on them', () => {
    const octets = file(
      'GET / 200 | a=1\nfetch GET https://api.own.example/x 200 | b=1\nfetch GET https://ads.example/y 200 | c=1',
    );
    const sites = (ownHosts: readonly string[]) => reported(octets, { ...OPTIONS, ownHosts }).sites.map(({ site }) => site);
    expect(sites([])).toEqual(['app.example']);
    expect(sites(['api.own.example', 'never.example'])).toEqual(['app.example', 'own.example']);
  });

  it('predicts by the rules of another browser where it is told to', () => {
    expect(reported(file(SIGN_IN('')), { ...OPTIONS, browser: 'firefox' }).profile).toBe('firefox');
  });

  it('of a HAR, which has no jar, says nothing of the jar as observed', () => {
    const document = harHeaders({ 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Site': 'none' });
    const setLines = [
      'sid=31d4d96e407aad42f3c1; Domain=app.example; Path=/',
      ...Array.from({ length: 60 }, (_, n) => `c${n}=1; Path=/`),
    ];
    const responses = [setLines, ['sid=; Path=/; Max-Age=0']];
    const entries = responses.map((lines, n) => {
      const headers = lines.map((value) => ({ name: 'Set-Cookie', value }));
      return harEntry(`https://app.example/${n}`, n, { headers: document }, { headers });
    });
    const { findings } = reported(new TextEncoder().encode(JSON.stringify({ log: { version: '1.2', entries } })));
    const ofJar = ['same-site-missing', 'deletion-mismatch', 'too-many-cookies'];
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(ofJar));
    const seen = findings.flatMap(({ statements }) => statements.filter(({ basis }) => basis === 'observed'));
    expect(seen.map(({ text }) => text).filter((text) => text.includes('jar'))).toEqual([]);
    expect(seen.map(({ text }) => text)).toContain('SameSite is missing on 1 of 1 Set-Cookie line.');
  });

  it('of a real recording holds no value of a cookie', () => {
    const octets = readFileSync('test/recordings/chromium-sign-in.json');
    const values = [...octets.toString('utf8').matchAll(/"value": "([\w-]{16,})"/g)];
    expect(values.length).toBeGreaterThan(0);
    const text = JSON.stringify(reported(octets));
    expect(values.filter(([, value = '']) => text.includes(value))).toEqual([]);
  });
});

describe('a file that is no recording with cookies', () => {
  it.each([
    ['<html>', 'unreadable', 'HTML'],
    [JSON.stringify([{ name: 'a', value: '1', domain: 'a.example' }]), 'unreadable', 'holds cookies, not a recording'],
    [sanitised(), 'no-cookies', 'HAR with sensitive data'],
  ])('%.20s is refused as %s, with %s', (text, cause, why) => {
    expect(reportOn(new TextEncoder().encode(text), 'x', OPTIONS)).toMatchObject({
      kind: 'refused',
      cause,
      why: expect.stringContaining(why),
    });
  });
});

/** What DevTools exports unless told otherwise. */
function sanitised(): string {
  const entry = {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 1,
    request: { method: 'GET', url: 'https://a.example/', headers: [], cookies: [] },
    response: { status: 200, headers: [], cookies: [], content: {} },
  };
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries: [entry] } });
}
