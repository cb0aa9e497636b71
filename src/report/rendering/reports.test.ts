import { describe, expect, it } from 'vitest';
import { aFinding, anIncident, aReport, aReportedRecording } from '../../../test/build/report';
import { sarifFaults } from '../../../test/build/sarif';
import { htmlReport } from './html-report';
import { markdownReport } from './markdown-report';
import { sarifReport } from './sarif-report';
import { NO_PAINT, textReport } from './text-report';

const HOSTILE = '<img src=x onerror=alert(1)>|`\u001b[2J\u202e@team';
const report = aReport(
  aReportedRecording({
    file: 'a folder/app.har',
    findings: [
      aFinding('http-only-missing', 'sid', { severity: 'error' }),
      aFinding('secure-missing', 'old', { standing: 'known' }),
      aFinding('path-narrow', 'cart', { standing: 'ignored', reason: 'Meant so.' }),
      aFinding('value-guessable', HOSTILE),
    ],
    incidents: [anIncident('sign-in-loop', 'sid', { statements: [{ basis: 'observed', text: 'It was withheld.' }] })],
  }),
);

describe('on a terminal', () => {
  const rendered = textReport(report, NO_PAINT);
  it('shows what is new with its remedy, and counts what is known or ignored', () => {
    expect(rendered).toMatch(/! sid was lost {2}Certain\n {4}It was withheld\. {2}\[observed\]/);
    expect(rendered).toMatch(/High {4}sid: Fix sid {2}http-only-missing\n {4}→ Fix it\./);
    expect(rendered).not.toContain('Fix old');
    expect(rendered).not.toContain('Fix cart');
    expect(rendered).toContain('1 finding or incident is in the baseline');
    expect(rendered).toContain('1 finding or incident is ignored');
  });

  it('lets no name steer it', () => {
    expect(rendered).toContain('\\u001b[2J\\u202e');
    expect(rendered).not.toMatch(/[\u001b\u202e]/);
  });
});

const request = {
  at: 0,
  method: 'POST',
  address: 'app.example/login',
  status: 401,
  error: null,
  sent: ['cart'],
  withheld: [HOSTILE],
};

describe('the diagram of requests', () => {
  const flow = [{ ...request, lines: [{ cookie: 'sid', became: 'rejected', basis: 'predicted' } as const] }];
  const drawn = htmlReport(aReport(aReportedRecording({ flow }))).match(/<svg[\s\S]*<\/svg>/)?.[0] ?? '';
  it('says what went, what stayed, what came back and how that is known, also to who cannot see it', () => {
    const words = ['POST app.example/login', 'sent: cart', '>401<', 'sid: rejected [predicted]'];
    expect(words.filter((each) => !drawn.includes(each))).toEqual([]);
    expect(/<desc>(.*)<\/desc>/.exec(drawn)?.[1]).toContain('sid: rejected [predicted]');
  });

  it('takes no name for markup, and is not there where there is nothing to draw', () => {
    expect(drawn).toContain('&lt;img');
    expect(drawn).not.toContain('<img');
    expect(htmlReport(aReport(aReportedRecording()))).not.toContain('<svg');
  });
});

describe('as HTML', () => {
  const page = htmlReport(report);
  it('loads nothing, runs nothing, and says so in its policy', () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed)\b/i);
    expect(page).not.toMatch(/\burl\(|@import/);
  });

  it('takes no name for markup', () => {
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;|`\\u001b[2J\\u202e@team');
  });
});

it('in Markdown takes no name for markup, nor for somebody to notify', () => {
  const rendered = markdownReport(report);
  expect(rendered).toContain('\\<img src=x onerror=alert\\(1\\)\\>\\|\\`');
  expect(rendered).not.toMatch(/[^;]@team/);
});

describe('as SARIF', () => {
  const text = sarifReport(report, '1.2.3');
  const log = JSON.parse(text) as { readonly runs: readonly { readonly results: readonly Record<string, unknown>[] }[] };
  const results = log.runs[0]?.results ?? [];

  it('is valid', () => {
    expect(sarifFaults(JSON.parse(text))).toEqual([]);
    expect(sarifFaults({ version: '2.1.0' })).not.toEqual([]);
  });

  it('knows a finding again by rule and cookie, and says which are known and which are accepted', () => {
    const byRule = (rule: string) => results.find(({ ruleId }) => ruleId === rule);
    expect(byRule('http-only-missing')).toMatchObject({
      level: 'error',
      partialFingerprints: { primaryLocationLineHash: 'finding http-only-missing sid' },
    });
    expect(byRule('secure-missing')).toMatchObject({ baselineState: 'unchanged' });
    expect(byRule('path-narrow')).toMatchObject({ suppressions: [{ kind: 'external', justification: 'Meant so.' }] });
    expect(byRule('incident/sign-in-loop')).toMatchObject({ level: 'error' });
  });

  it('names the file by a reference that is a URI', () => {
    expect(text).toContain('"uri": "a%20folder/app.har"');
  });
});
