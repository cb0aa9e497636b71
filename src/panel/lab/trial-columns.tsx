import type { Step } from '../../analysis/verdict/verdict';
import { say } from '../../words/catalogue';
import { deciderOf } from '../explain/step-list';
import { reasonSentence, sawWords, stepTitle } from '../explain/step-words';
import { Pill } from '../parts/chips';
import { Icon } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';
import { EvidenceTag } from '../shown/evidence-tag';
import { VERDICT_LOOK } from '../shown/look';
import type { TrialVerdict, Tried } from './trial';

const STEP = {
  passed: { icon: 'check', tone: 'ok' },
  failed: { icon: 'cross', tone: 'bad' },
  'not-applicable': { icon: 'minus', tone: 'faint' },
  'cannot-tell': { icon: 'question', tone: 'quiet' },
} as const;

/** The standard, Chromium and Firefox side by side; the same step on the same line, so that one sees where they part. */
export function TrialColumns({ tried }: { readonly tried: Tried }) {
  const [first] = tried.verdicts;
  const rows = first?.verdict.steps.map((_, index) => tried.verdicts.map(({ verdict }) => verdict.steps[index]?.outcome)) ?? [];
  const shown = rows.map((outcomes) => outcomes.some((outcome) => outcome !== 'not-applicable'));
  const differs = rows.map((outcomes) => new Set(outcomes).size > 1);
  return (
    <div className="trial-columns">
      {tried.verdicts.map((column) => (
        <TrialColumn key={column.profile} column={column} shown={shown} differs={differs} />
      ))}
    </div>
  );
}

interface TrialColumnProps {
  readonly column: TrialVerdict;
  readonly shown: readonly boolean[];
  readonly differs: readonly boolean[];
}

function TrialColumn({ column, shown, differs }: TrialColumnProps) {
  const { profile, verdict, decision } = column;
  const kind = decision.outcome === 'cannot-tell' ? 'unknown' : decision.outcome;
  const look = VERDICT_LOOK[kind];
  const decider = deciderOf(verdict);
  return (
    <section className="trial-column" data-profile={profile} data-verdict={kind}>
      <header>
        <p>
          <b>{say(`profile.${profile}`)}</b> <EvidenceTag evidence={kind === 'unknown' ? 'cannot-tell' : 'predicted'} />
        </p>
        <Pill tone={look.tone} icon={look.icon} label={say(`verdict.${kind}.title`)} />
        {decision.cookie?.partition && (
          <span className="tone-quiet"> {say('lab.partition', { site: decision.cookie.partition.topLevelSite })}</span>
        )}
        {decision.reasons[0] && <p className="tone-quiet">{reasonSentence(decision.reasons[0])}</p>}
      </header>
      <ol>
        {verdict.steps.map((step, index) =>
          shown[index] ? (
            <TrialStep key={step.id} step={step} decides={index === decider} parts={differs[index] ?? false} />
          ) : null,
        )}
      </ol>
    </section>
  );
}

function TrialStep({ step, decides, parts }: { readonly step: Step; readonly decides: boolean; readonly parts: boolean }) {
  const { icon, tone } = STEP[step.outcome];
  const className = [step.outcome, decides && 'decider', parts && 'parts'].filter(Boolean).join(' ');
  return (
    <li className={className}>
      <span className={`tone-${tone}`} role="img" aria-label={say(`explain.step-${step.outcome}`)}>
        <Icon name={icon} size={13} />
      </span>
      <span className="ellipsis" title={sawWords(step)} data-words="engine">
        <VisibleText text={stepTitle(step)} />
      </span>
      <span className="section" data-words="standard">
        {step.section}
      </span>
    </li>
  );
}
