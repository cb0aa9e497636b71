import { bytes } from '../src/analysis/engine/base/bytes';
import { grade } from '../src/analysis/grade/grade';
import { incidentsOf } from '../src/analysis/incidents/incidents';
import { Replay } from '../src/analysis/replay/replay';
import { audit } from '../src/analysis/rules/audit';
import { sessionsOf } from '../src/analysis/session/sessions';
import { runToEnd } from '../src/analysis/session/shared/chunked';
import { editsFor } from '../src/analysis/what-if/edits';
import { effectsOf } from '../src/analysis/what-if/effects';
import { predict } from '../src/analysis/what-if/predict';
import { Traffic } from '../test/panel/many';
import type { Figure } from './figures';

/** How long it takes to put a line in place of a recorded one, in recordings whose every request carries the cookie. */
export async function run(): Promise<readonly Figure[]> {
  const small = measure(1000);
  const large = measure(10_000);
  return [
    {
      what: 'what-if over 10,000 exchanges: requests that keep or lose the cookie',
      ours: large.pass,
      beside: { '1,000': small.pass },
    },
    { what: 'then its incidents, findings, steps and grade', ours: large.effects, beside: { '1,000': small.effects } },
  ];
}

function measure(requests: number) {
  const replay = new Replay().add(new Traffic().next(requests));
  const { rows } = replay;
  const site = 'shop.example';
  const sessions = sessionsOf(rows, null);
  const audited = audit(rows, site, sessions);
  const incidents = incidentsOf(rows, { sessions, digest: null, browser: replay.profile });
  const concluded = { rows, site, sessions, audit: audited, grades: grade(audited), incidents, digest: null };
  const first = rows.find((row) => row.kind === 'exchange');
  const line = bytes('cookie_0=value0; Path=/api/items; Secure; SameSite=Strict');
  const terms = { profile: replay.profile, thirdParty: 'as-recorded' } as const;
  const ask = () => predict({ rows, replay }, editsFor(rows, { exchange: first?.id ?? '', index: 0, line }), terms);
  return { pass: median(ask), effects: median(() => runToEnd(effectsOf(ask(), concluded)), ask) };
}

/** The median of five runs, less that of what each begins with. */
function median(work: () => unknown, before: () => unknown = () => undefined): string {
  const runs = Array.from({ length: 5 }, () => timed(work) - timed(before)).sort((a, b) => a - b);
  return `${(runs[2] ?? 0).toFixed(0)} ms`;
}

function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}
