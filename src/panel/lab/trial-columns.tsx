import type { Step, Verdict } from '../../analysis/engine/verdict/verdict';
import { say } from '../../words/catalogue';
import { assumedDefault } from '../flow/explain/assumed-default';
import { deciderOf } from '../flow/explain/step-list';
import { inputWords, reasonSentence, stepTitle } from '../flow/explain/step-words';
import { Pill } from '../shared/parts/chips';
import { Icon } from '../shared/parts/icon';
import { VisibleText } from '../shared/parts/visible-text';
import type { ShownVerdict } from '../shared/presentation/bead-words';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { VERDICT_STYLE } from '../shared/presentation/verdict-style';
import type { TrialVerdict, Tried } from '../state/tried';

const STEP = {
  passed: { icon: 'check', tone: 'ok' },
  failed: { icon: 'cross', tone: 'bad' },
  'not-applicable': { icon: 'minus', tone: 'faint' },
  'cannot-tell': { icon: 'question', tone: 'quiet' },
} as const;

/** The standard, Chromium and Firefox side by side; the same step on the same line, so that one sees where they part. */
export function TrialColumns({ tried }: { readonly tried: Tried }) {
  const setting = comparison(tried.verdicts.map(({ verdict }) => verdict));
  const sendings = tried.verdicts.flatMap(({ sending }) => (sending === null ? [] : [sending.verdict]));
  const sending = comparison(sendings);
  return (
    <div className="trial-columns">
      {tried.verdicts.map((column) => (
        <TrialColumn key={column.profile} column={column} setting={setting} sending={sending} />
      ))}
    </div>
  );
}

/** Of each step, whether any column has something to tell of it, and whether the columns differ in it. */
interface Comparison {
  readonly shown: readonly boolean[];
  readonly differs: readonly boolean[];
}

function comparison(verdicts: readonly Verdict[]): Comparison {
  const rows = verdicts[0]?.steps.map((_, index) => verdicts.map(({ steps }) => steps[index]?.outcome)) ?? [];
  return {
    shown: rows.map((outcomes) => outcomes.some((outcome) => outcome !== 'not-applicable')),
    differs: rows.map((outcomes) => new Set(outcomes).size > 1),
  };
}

interface TrialColumnProps {
  readonly column: TrialVerdict;
  readonly setting: Comparison;
  readonly sending: Comparison;
}

function TrialColumn({ column, setting, sending }: TrialColumnProps) {
  const { profile, verdict, decision } = column;
  const kind = decision.outcome === 'cannot-tell' ? 'unknown' : decision.outcome;
  const assumes = assumedDefault(verdict);
  return (
    <section className="trial-column" data-profile={profile} data-verdict={kind} data-sending={column.sending?.outcome}>
      <header>
        <p>
          <b>{say(`profile.${profile}`)}</b> <EvidenceTag evidence={kind === 'unknown' ? 'cannot-tell' : 'predicted'} />
        </p>
        <VerdictPill kind={kind} />
        {decision.cookie?.partition && (
          <span className="tone-quiet"> {say('lab.partition', { site: decision.cookie.partition.topLevelSite })}</span>
        )}
        {decision.reasons[0] && <p className="tone-quiet">{reasonSentence(decision.reasons[0])}</p>}
        {assumes && <p className="tone-quiet">{assumes}</p>}
      </header>
      <Steps verdict={verdict} comparison={setting} />
      {column.sending && (
        <>
          <header>
            <p>{say('lab.next.asked')}</p>
            <VerdictPill kind={column.sending.outcome === 'cannot-tell' ? 'unknown' : column.sending.outcome} />
            {column.sending.verdict.reasons[0] && (
              <p className="tone-quiet">{reasonSentence(column.sending.verdict.reasons[0])}</p>
            )}
          </header>
          <Steps verdict={column.sending.verdict} comparison={sending} />
        </>
      )}
    </section>
  );
}

function VerdictPill({ kind }: { readonly kind: ShownVerdict }) {
  const { tone, icon } = VERDICT_STYLE[kind];
  return <Pill tone={tone} icon={icon} label={say(`verdict.${kind}.title`)} />;
}

function Steps({ verdict, comparison: { shown, differs } }: { readonly verdict: Verdict; readonly comparison: Comparison }) {
  const decider = deciderOf(verdict);
  return (
    <ol>
      {verdict.steps.map((step, index) =>
        shown[index] ? <TrialStep key={step.id} step={step} decides={index === decider} parts={differs[index] ?? false} /> : null,
      )}
    </ol>
  );
}

function TrialStep({ step, decides, parts }: { readonly step: Step; readonly decides: boolean; readonly parts: boolean }) {
  const { icon, tone } = STEP[step.outcome];
  const className = [step.outcome, decides && 'decider', parts && 'parts'].filter(Boolean).join(' ');
  return (
    <li className={className} data-differs={parts || undefined}>
      <span className={`tone-${tone}`} role="img" aria-label={say(`explain.step-${step.outcome}`)}>
        <Icon name={icon} size={13} />
      </span>
      <span className="ellipsis" title={inputWords(step)} data-words="engine">
        <VisibleText text={stepTitle(step)} />
      </span>
      <span className="section" data-words="standard">
        {step.section}
      </span>
    </li>
  );
}
