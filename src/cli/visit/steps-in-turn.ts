import { RunError } from '../command/command';
import { firstLine } from './failure-words';
import type { RecorderStep } from './recorder-steps';

/** Milliseconds, where the recording says nothing else; Chrome's Recorder waits as long. */
export const PATIENCE = 5000;
/** Of a navigation, which may wake a server. */
export const NAVIGATION_PATIENCE = 30_000;

/** Plays the steps one after the other. @throws RunError that says which step failed and why */
export async function inTurn(steps: readonly RecorderStep[], play: (step: RecorderStep) => Promise<unknown>): Promise<void> {
  for (const [at, step] of steps.entries()) {
    try {
      await play(step);
    } catch (error) {
      throw new RunError(`the script failed at step ${at + 1} of ${steps.length} (${stepName(step)}): ${firstLine(error)}`);
    }
  }
}

/** Whether another page was loaded when the step was recorded: a form was sent. */
export const leadsOn = (step: RecorderStep): boolean =>
  'assertedEvents' in step && step.assertedEvents.some(({ type }) => type === 'navigation');

const stepName = (step: RecorderStep): string =>
  'selectors' in step
    ? `${step.type} ${step.selectors[0]?.join(' ') ?? ''}`
    : step.type === 'navigate'
      ? `navigate ${step.url}`
      : step.type;
