import { Icon } from '../../panel/shared/parts/icon';
import { VERDICT_STYLE } from '../../panel/shared/presentation/verdict-style';
import { say } from '../../words/catalogue';
import type { ProfileAnswer } from './answers';
import { type DrawnVisit, drawnVisits, type LessonBead } from './drawn-visit';
import type { LessonScene } from './lesson';

/** The visits of a scene between browser and server, as Flow draws them. @param answer null = outcomes are left blank */
export function LessonPicture({ scene, answer }: { readonly scene: LessonScene; readonly answer: ProfileAnswer | null }) {
  return (
    <ol className="lesson-picture">
      {drawnVisits(scene, answer?.visits ?? null).map((visit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the visits of a scene stay as they are.
        <Visit key={index} visit={visit} />
      ))}
    </ol>
  );
}

function Visit({ visit }: { readonly visit: DrawnVisit }) {
  return (
    <li className="lesson-visit">
      <p className="lesson-ends">
        <span>{say('lesson.visit.browser')}</span>
        <span>{visit.host}</span>
      </p>
      <p className="lesson-what">
        <code>{visit.what}</code> <span className="tone-quiet">{visit.context.join(' · ')}</span>
      </p>
      {visit.carried && (
        <p className={visit.isScript ? 'lesson-beads' : 'lesson-beads lesson-wire out'}>
          {visit.carried.along.map((bead) => (
            <Bead key={bead.name} bead={bead} />
          ))}
        </p>
      )}
      {visit.carried && visit.carried.withheld.length > 0 && (
        <p className="lesson-beads">
          {visit.carried.withheld.map((bead) => (
            <Bead key={bead.name} bead={bead} />
          ))}
        </p>
      )}
      {visit.lines.map(({ line, bead }) => (
        <div key={line} className={visit.isScript ? 'lesson-line' : 'lesson-line lesson-wire in'}>
          <Bead bead={bead} />
          <code title={line}>{line}</code>
        </div>
      ))}
    </li>
  );
}

function Bead({ bead: { name, verdict } }: { readonly bead: LessonBead }) {
  if (verdict === 'open')
    return (
      <span className="lesson-bead open" title={say('lesson.visit.unsaid')}>
        {name}
      </span>
    );
  const { icon, tone } = VERDICT_STYLE[verdict];
  return (
    <span className={`lesson-bead ${verdict} tone-${tone}`}>
      <Icon name={icon} size={11} /> <span className="lesson-bead-name">{name}</span>
      <span className="lesson-bead-verdict">{say(`verdict.${verdict}.title`)}</span>
    </span>
  );
}
