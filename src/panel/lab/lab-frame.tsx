import type { ReactNode } from 'react';
import type { Span } from '../../analysis/engine/header/parsed-line';
import { say } from '../../words/catalogue';
import { useTrial } from '../state/use-trial';
import { TrialForm } from './trial-form';

interface LabFrameProps {
  /** The octets for which the line is refused; null = none. */
  readonly fault: Span | null;
  readonly copy: (text: string) => Promise<void>;
  /** What stands below the form. */
  readonly children: ReactNode;
}

/** The Lab's form, which needs no engine. */
export function LabFrame({ fault, copy, children }: LabFrameProps) {
  const { trial, set, begin } = useTrial();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it.
    <section className="lab-view" tabIndex={0} aria-label={say('view.lab')}>
      <TrialForm trial={trial} fault={fault} copy={copy} onChange={set} onBegin={begin} />
      <div className="lab-answer">{children}</div>
    </section>
  );
}
