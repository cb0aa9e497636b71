import '../../words/all-words';
import { useMemo } from 'react';
import { LabFrame } from '../lab/lab-frame';
import { answerOf, TrialAnswer } from '../lab/trial-answer';
import { Later, LaterComponent } from '../shared/parts/later';
import { NotShown } from '../shared/presentation/not-shown';
import { usePanel } from '../state/panel-context';
import { useTrial } from '../state/use-trial';

const WHAT_IF = new LaterComponent(async () => (await import('../what-if/what-if-panel')).WhatIfPanel);

const WIRE = new LaterComponent(async () => (await import('../lab/trial-wire')).TrialWire);

/** Any line, from anywhere, through the standard and both browsers at once. */
export function LabView() {
  const { actions } = usePanel();
  const { trial, source } = useTrial();
  const answer = useMemo(() => answerOf(trial), [trial]);
  return (
    <LabFrame fault={answer.refusal?.span ?? null} copy={actions.copy}>
      <TrialAnswer answer={answer} wire={WIRE} />
      {source && <Later component={WHAT_IF} props={{ source }} meanwhile={null} failed={<NotShown />} />}
    </LabFrame>
  );
}
