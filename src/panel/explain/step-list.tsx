import { useState } from 'react';
import type { Step, Verdict } from '../../analysis/verdict/verdict';
import { say, sayCount } from '../../words/catalogue';
import { missingWords } from '../../words/verdict-text';
import { Icon, type IconName } from '../parts/icon';
import { sawWords, stepTitle } from './step-words';

const STEP_ICON: Readonly<Record<Step['outcome'], IconName>> = {
  passed: 'check',
  failed: 'cross',
  'not-applicable': 'minus',
  'cannot-tell': 'question',
};

const STEP_TONE: Readonly<Record<Step['outcome'], string>> = {
  passed: 'ok',
  failed: 'bad',
  'not-applicable': 'faint',
  'cannot-tell': 'quiet',
};

/** The deciding step first; all steps, in the standard's order, on demand. */
export function StepList({ verdict }: { readonly verdict: Verdict }) {
  const [open, setOpen] = useState(false);
  const { steps } = verdict;
  const decider = deciderOf(verdict);
  const before = decider ?? steps.length;
  const after = decider === null ? 0 : steps.length - decider - 1;
  const step = decider === null ? undefined : steps[decider];
  return (
    <>
      <StepStrip verdict={verdict} />
      <ol className="steps" aria-label={say('explain.steps')}>
        {open && steps.map((each, index) => <StepRow key={each.id} step={each} number={index + 1} decides={index === decider} />)}
        {!open && step && <StepRow step={step} number={before + 1} decides />}
        <li className="more">
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'down2' : 'right'} size={12} />
            {open ? say('explain.steps-close') : moreWords(decider === null, before, after)}
          </button>
        </li>
      </ol>
    </>
  );
}

/** The step that decided; where nothing failed but the answer is open, the first that cannot be told. */
export function deciderOf({ decider, steps, allowed }: Verdict): number | null {
  if (decider !== null || allowed !== 'cannot-tell') return decider;
  const open = steps.findIndex((step) => step.outcome === 'cannot-tell');
  return open < 0 ? null : open;
}

function moreWords(none: boolean, before: number, after: number): string {
  if (none) return sayCount('explain.steps-all', before);
  return [sayCount('explain.steps-passed', before), sayCount('explain.steps-after', after)].join(' · ');
}

/** One cell a step: passed, the numbered decider, not applicable, after the decision. */
function StepStrip({ verdict }: { readonly verdict: Verdict }) {
  const decider = deciderOf(verdict);
  const { steps } = verdict;
  return (
    <div className="step-strip" aria-hidden="true">
      {steps.map((step, index) => (
        <i key={step.id} className={cellClass(step, index, decider)} title={stepTitle(step)}>
          {index === decider ? index + 1 : <Icon name={STEP_ICON[step.outcome]} size={9} />}
        </i>
      ))}
    </div>
  );
}

function cellClass(step: Step, index: number, decider: number | null): string {
  if (index === decider) return step.outcome === 'failed' ? 'decider' : 'decider undecided';
  return decider !== null && index > decider && step.outcome !== 'failed' ? 'after' : step.outcome;
}

function StepRow({ step, number, decides }: { readonly step: Step; readonly number: number; readonly decides: boolean }) {
  const saw = sawWords(step);
  return (
    <li className={decides ? `${step.outcome} decider` : step.outcome} data-step={step.id}>
      <span className={`tone-${STEP_TONE[step.outcome]}`} role="img" aria-label={say(`explain.step-${step.outcome}`)}>
        <Icon name={STEP_ICON[step.outcome]} size={13} />
      </span>
      <span className="number">{number}</span>
      <span>
        <span className="step-title">{stepTitle(step)}</span>
        {saw && (
          <span className="saw" data-words="engine">
            {' '}
            — {saw}
          </span>
        )}
        {step.missing !== null && <span className="saw"> — {missingWords(step.missing)}</span>}
      </span>
      <span className="section" data-words="standard">
        {step.section}
      </span>
    </li>
  );
}
