import '../../words/explain-words';
import { instant } from '../../analysis/engine/base/units';
import type { Step } from '../../analysis/engine/verdict/verdict';
import { say } from '../../words/catalogue';
import { partsOfLine } from '../flow/explain/attribute-words';
import { PartsTable } from '../flow/explain/parts-table';
import { RawLine } from '../flow/explain/raw-line';
import { segments } from '../flow/explain/segments';
import { Later, type LaterComponent } from '../shared/parts/later';
import { NotShown } from '../shared/presentation/not-shown';
import { linesOf, type Trial, withLines } from '../state/trial';
import { type Tried, tried } from '../state/tried';
import { useTrial } from '../state/use-trial';
import { CookieHeaderField } from './cookie-header-field';
import { LineNotes } from './line-notes';
import { CookieHeaders, LinesTable } from './lines-table';
import { TrialColumns } from './trial-columns';

/** What the engine says of a trial. */
interface Answer {
  /** null = an address cannot be read. */
  readonly result: Tried | null;
  /** The step in which the line is refused; null = in none. */
  readonly refusal: Step | null;
}

/** Asks the engine, as of now. */
export function answerOf(trial: Trial): Answer {
  const result = tried(trial, instant(Date.now()));
  const failed = result?.verdicts.flatMap(({ verdict }) => verdict.steps).filter((step) => step.outcome === 'failed') ?? [];
  return { result, refusal: failed.find((step) => step.span) ?? failed[0] ?? null };
}

interface TrialAnswerProps {
  readonly answer: Answer;
  /** Draws the verdicts on wires; its code comes after the verdicts. */
  readonly wire: LaterComponent<{ readonly tried: Tried }>;
}

/** The verdicts on the lines, drawn on wires and step by step, the headers that follow, and the chosen line taken apart. */
export function TrialAnswer({ answer: { result, refusal }, wire }: TrialAnswerProps) {
  const { trial, set } = useTrial();
  if (result === null) return <p className="side-note">{say('lab.no-url')}</p>;
  return (
    <>
      <LinesTable tried={result} selected={trial.before.length} onSelect={(at) => set(withLines(trial, linesOf(trial), at))} />
      <Later component={wire} props={{ tried: result }} meanwhile={<div className="trial-wires" />} failed={<NotShown />} />
      <div className="lab-read">
        <RawLine header="Set-Cookie" segments={segments(result.parsed, refusal?.span ?? null, false)} />
        <LineNotes parsed={result.parsed} />
      </div>
      <TrialColumns tried={result} />
      <CookieHeaders headers={result.headers} />
      <CookieHeaderField trial={trial} tried={result} onChange={set} />
      <div className="lab-read explanation-scope">
        <h2>{say('explain.parts')}</h2>
        <PartsTable parts={partsOfLine(result.parsed, { at: instant(Date.now()), date: null, profile: 'spec' }, refusal)} />
      </div>
    </>
  );
}
