import type { Phase } from '../../analysis/story/moment';
import { say } from '../../words/catalogue';
import { idWords } from '../../words/moment-text';
import { type TimeOrigin, timeText } from '../shared/presentation/time';

/** Who was there when: anonymous, signed in, signed out. */
export function PhaseBar({ phases, origin }: { readonly phases: readonly Phase[]; readonly origin: TimeOrigin }) {
  return (
    <ol className="phase-bar">
      {phases.map((phase) => (
        <li key={phase.from} className={phase.kind}>
          <b>{say(`phase.${phase.kind}`)}</b>
          <span>
            {phase.until === null
              ? say('phase.since', { from: timeText(phase.from, origin) })
              : say('phase.span', { from: timeText(phase.from, origin), to: timeText(phase.until, origin) })}
            {phase.id && ` · ${idWords(phase.id)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
