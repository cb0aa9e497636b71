import { say } from '../../words/catalogue';
import type { Standing } from './standing';

/** Whether the earlier recording had the finding too. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  return <span className={`standing-mark ${standing}`}>{say(`findings.standing.${standing}`)}</span>;
}
