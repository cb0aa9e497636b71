import { say } from '../../words/catalogue';
import type { FindingStanding } from './standing';

/** Whether the earlier recording had the finding too. */
export function StandingMark({ standing }: { readonly standing: FindingStanding }) {
  return <span className={`standing-mark ${standing}`}>{say(`findings.standing.${standing}`)}</span>;
}
