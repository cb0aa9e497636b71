import { useState } from 'react';
import type { Step, Verdict } from '../../../analysis/engine/verdict/verdict';
import { say, sayCount } from '../../../words/catalogue';
import { missingWords } from '../../../words/verdict-text';
import { Icon, type IconName } from '../../shared/parts/icon';
import { stepSegments } from './step-groups';
import { inputWords, reasonChip, stepTitle } from './step-words';

export const STEP_ICON: Readonly<Record<Step['outcome'], IconName>> = {
  passed: 'check',
  failed: 'cross',
  'not-applicable': 'minus',
  'cannot-tell': 'question',
};

export const STEP_TONE: Readonly<Record<Step['outcome'], string>> = {
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

/** One named segment a group of steps; the one that decides bears its number and its words. */
function StepStrip({ verdict }: { readonly verdict: Verdict }) {
  return (
    <ol className="step-strip" aria-label={say('explain.step-groups')}>
      {stepSegments(verdict.steps, deciderOf(verdict)).map(({ group, outcome, decider }) => (
        <li
          key={group}
          className={decider ? `${outcome} decider` : outcome}
          title={say('explain.step-group', { group: say(`step-group.${group}`), outcome: say(`explain.step-${outcome}`) })}
        >
          <Icon name={outcome === 'after' ? 'minus' : STEP_ICON[outcome]} size={11} />
          {decider ? `${decider.number} ${deciderText(decider.step)}` : say(`step-group.${group}`)}
          <span className="visually-hidden">{say(`explain.step-${outcome}`)}</span>
        </li>
      ))}
    </ol>
  );
}

/** A failed step by what is wrong; one that cannot be told by what it asks. */
const deciderText = (step: Step): string => (step.reason === null ? stepTitle(step) : reasonChip(step.reason));

function StepRow({ step, number, decides }: { readonly step: Step; readonly number: number; readonly decides: boolean }) {
  const inputs = inputWords(step);
  return (
    <li className={decides ? `${step.outcome} decider` : step.outcome} data-step={step.id}>
      <span className={`tone-${STEP_TONE[step.outcome]}`} role="img" aria-label={say(`explain.step-${step.outcome}`)}>
        <Icon name={STEP_ICON[step.outcome]} size={13} />
      </span>
      <span className="number">{number}</span>
      <span>
        <span className="step-title">{stepTitle(step)}</span>
        {inputs && (
          <span className="saw" data-words="engine">
            {' '}
            — {inputs}
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
