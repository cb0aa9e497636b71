import type { Agreement, Prediction } from './verdict';

/**
 * How a prediction stands to what the browser did.
 * @param observed null = nothing was seen of it
 * @returns `not-observed` also where the prediction is "cannot tell": there is nothing to compare
 */
export function reconcile<Outcome extends string>(predicted: Prediction<Outcome>, observed: Outcome | null): Agreement {
  if (observed === null || predicted.outcome === 'cannot-tell') return 'not-observed';
  return predicted.outcome === observed ? 'agrees' : 'differs';
}
