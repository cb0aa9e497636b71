import { bytes } from '../../analysis/engine/base/bytes';
import type { Profile } from '../../analysis/engine/base/profile';
import type { Letter } from '../../analysis/grade/weights';
import type { Replay } from '../../analysis/replay/replay';
import type { Exchange, SetLine } from '../../analysis/replay/rows/exchange';
import { cookieKey } from '../../analysis/session/cookies/cookie-key';
import type { Chunked } from '../../analysis/session/shared/chunked';
import { isCredential } from '../../analysis/session/shared/role-kinds';
import { editsFor, type LineEdit } from '../../analysis/what-if/edits';
import { type Effects, effectsOf } from '../../analysis/what-if/effects';
import { editsOfEveryFix } from '../../analysis/what-if/every-fix';
import { type Predicted, predict } from '../../analysis/what-if/predict';
import type { Terms } from '../../analysis/what-if/terms';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import type { RecordedLine } from '../state/use-trial';

type ColumnId = 'this' | 'other' | 'blocked' | 'every-fix';

/** One way in which the recording is gone through again. */
export interface WhatIfColumn {
  readonly id: ColumnId;
  readonly browser: Profile;
  readonly predicted: Predicted;
  /** null = not reckoned yet. */
  readonly effects: Effects | null;
}

export interface WhatIfSummary {
  readonly exchange: Exchange;
  readonly recorded: SetLine;
  /** How many responses of the same address have the line besides. */
  readonly repetitions: number;
  /** How many requests the recording has. */
  readonly requests: number;
  /** Whether the cookie signs somebody in. */
  readonly signsIn: boolean;
  readonly carried: readonly string[];
  readonly incidents: number;
  readonly findings: number;
  readonly letter: Letter | null;
  /** This browser's first. */
  readonly columns: readonly WhatIfColumn[];
  /** A change of SameSite alone with which no request would lose the cookie; null = there is none, or none is needed. */
  readonly better: string | null;
}

export interface WhatIfQuestion {
  readonly source: RecordedLine;
  /** In place of the recorded one. */
  readonly line: string;
  readonly replay: Replay;
  readonly result: AnalysisResult;
}

/** The table, first with what becomes of requests, then with all that follows from it. Null = the line is not recorded any more. */
export function* whatIfInChunks(
  { source, line, replay, result }: WhatIfQuestion,
  show: (table: WhatIfSummary) => void,
): Chunked<WhatIfSummary | null> {
  const { rows } = result.audit.subjects;
  const exchange = rows.find((row) => row.id === source.exchange);
  const recorded = exchange?.kind === 'exchange' ? exchange.lines[source.index] : undefined;
  if (exchange?.kind !== 'exchange' || recorded === undefined) return null;
  const ask = (edits: readonly LineEdit[], terms: Terms) => predict({ rows, replay }, edits, terms);
  const edits = editsFor(rows, { ...source, line: bytes(line) });
  const fixes = everyFix({ ...source, line: recorded.line }, editsOfEveryFix(rows, result.audit));
  const here = replay.profile;
  const there: Profile = here === 'firefox' ? 'chromium' : 'firefox';
  const columns: WhatIfColumn[] = [];
  for (const [id, own, terms] of [
    ['this', edits, { profile: here, thirdParty: 'as-recorded' }],
    ['other', edits, { profile: there, thirdParty: 'as-recorded' }],
    ['blocked', edits, { profile: here, thirdParty: 'block' }],
    ['every-fix', fixes, { profile: here, thirdParty: 'as-recorded' }],
  ] as const) {
    columns.push({ id, browser: terms.profile, predicted: ask(own, terms), effects: null });
    yield;
  }
  const losing = (columns[0]?.predicted.requests.loses.length ?? 0) > 0;
  const role = result.sessions.roles.get(cookieKey(recorded.result ?? recorded.target));
  const table: WhatIfSummary = {
    exchange,
    recorded,
    repetitions: edits.length - 1,
    requests: rows.filter(({ kind }) => kind === 'exchange').length,
    signsIn: role !== undefined && isCredential(role.role),
    carried: columns[0]?.predicted.carried ?? [],
    incidents: result.incidents.all.length,
    findings: result.audit.findings.filter(({ party }) => party === 'own').length,
    letter: result.grades.site?.letter ?? null,
    columns,
    better: losing
      ? better(line, (other) =>
          ask(editsFor(rows, { ...source, line: bytes(other) }), { profile: here, thirdParty: 'as-recorded' }),
        )
      : null,
  };
  show(table);
  const whole: WhatIfColumn[] = [...columns];
  for (const [at, column] of columns.entries()) {
    yield;
    whole[at] = { ...column, effects: yield* effectsOf(column.predicted, { ...result, rows }) };
    show({ ...table, columns: [...whole] });
  }
  return { ...table, columns: whole };
}

/** All fixes, the line that is asked about first. */
function everyFix(asked: LineEdit, fixes: readonly LineEdit[]): readonly LineEdit[] {
  const isAsked = ({ exchange, index }: LineEdit): boolean => exchange === asked.exchange && index === asked.index;
  return [fixes.find(isAsked) ?? asked, ...fixes.filter((fix) => !isAsked(fix))];
}

const SAME_SITE = /;\s*samesite\s*=[^;]*/gi;

/** The strictest other SameSite with which nothing is lost that the recording shows sent. */
function better(line: string, ask: (line: string) => Predicted): string | null {
  const without = line.replace(SAME_SITE, '');
  const others = [`${without}; SameSite=Lax`, `${without}${/;\s*secure/i.test(without) ? '' : '; Secure'}; SameSite=None`];
  return others.find((other) => other !== line && keepsAll(ask(other))) ?? null;
}

const keepsAll = ({ requests, carried }: Predicted): boolean => requests.keeps.length === carried.length;
