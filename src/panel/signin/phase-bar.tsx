import type { Phase } from '../../analysis/story/moment';
import { say } from '../../words/catalogue';
import { clockTime } from '../shown/time';
import { idWords } from './moment-words';

/** Who was there when: anonymous, signed in, signed out. */
export function PhaseBar({ phases, start }: { readonly phases: readonly Phase[]; readonly start: number }) {
  return (
    <ol className="phase-bar">
      {phases.map((phase) => (
        <li key={phase.from} className={phase.kind}>
          <b>{say(`phase.${phase.kind}`)}</b>
          <span>
            {phase.until === null
              ? say('phase.since', { from: clockTime(phase.from - start) })
              : say('phase.span', { from: clockTime(phase.from - start), to: clockTime(phase.until - start) })}
            {phase.id && ` · ${idWords(phase.id)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
