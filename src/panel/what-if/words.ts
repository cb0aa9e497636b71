import { text } from '../../analysis/engine/base/bytes';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import { reasonSentence } from '../flow/explain/step-words';
import { placeOf } from '../shared/presentation/place';
import type { WhatIfSummary } from './table';

/** The answer in sentences: what becomes of requests and incidents, and what that means to people. */
export interface WhatIfWords {
  readonly request: string;
  readonly headline: string;
  readonly meaning: readonly string[];
}

/** @returns null where nothing was reckoned yet */
export function whatIfWords({ exchange, recorded, columns, signsIn, repetitions }: WhatIfSummary): WhatIfWords | null {
  const [column] = columns;
  if (column === undefined) return null;
  const { predicted, effects, browser } = column;
  const { keeps, loses, gains } = predicted.requests;
  const name = text(recorded.target.name);
  const carry = keeps.length + gains.length;
  const [reason] = predicted.line?.predicted.outcome === 'rejected' ? predicted.line.predicted.reasons : [];
  const parts = [
    sayCount('what-if.carried', carry, { name }),
    ...(gains.length > 0 ? [sayCount('what-if.gains', gains.length)] : []),
    ...(loses.length > 0 ? [sayCount('what-if.loses', loses.length)] : []),
    ...(effects !== null && effects.incidents.goes.length > 0
      ? [sayCount('what-if.incidents-go', effects.incidents.goes.length)]
      : []),
    ...(effects !== null && effects.incidents.comes.length > 0
      ? [sayCount('what-if.incidents-come', effects.incidents.comes.length)]
      : []),
  ];
  const refusal =
    reason === undefined ? [] : [say('what-if.refused', { browser: say(`profile.${browser}`), reason: reasonSentence(reason) })];
  return {
    request: `${exchange.sent.method} ${placeOf(exchange.url).path}`,
    headline: [...refusal, `${listText(parts)}.`].join(' '),
    meaning: [
      ...(loses.length === 0 && gains.length === 0 && reason === undefined ? [say('what-if.unchanged')] : []),
      ...(loses.length > 0 && signsIn ? [say('what-if.signed-out', { name })] : []),
      ...(repetitions > 0 ? [say('what-if.repeated', { count: repetitions })] : []),
    ],
  };
}
