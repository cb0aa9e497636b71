import type { CookieGrade } from '../../analysis/grade/grade-cookie';
import { say } from '../../words/catalogue';
import { Icon } from '../shared/parts/icon';
import { SentenceText } from '../shared/presentation/sentence-text';

/** How a cookie's grade comes about: a hundred, and what each finding takes off. */
export function GradeSum({ grade }: { readonly grade: CookieGrade }) {
  return (
    <ul className="grade-sum">
      <li>
        <span className="points" data-part="points">
          100
        </span>
        <span>{say('grade.start')}</span>
        <span />
      </li>
      {grade.deductions.map(({ points, finding }) => (
        <li key={finding.id}>
          <span className={`points tone-${finding.severity === 'error' ? 'bad' : 'warn'}`} data-part="points">
            {points === 0 ? '0' : `−${-points}`}
          </span>
          <SentenceText sentence={finding.texts.heading()} />
          <span
            className={finding.severity === 'error' ? 'tone-bad' : finding.severity === 'warning' ? 'tone-warn' : 'tone-faint'}
          >
            <Icon name={finding.severity === 'note' ? 'info' : finding.severity} size={12} />
          </span>
        </li>
      ))}
      <li className="total">
        <span className="points" data-part="points">
          {grade.score}
        </span>
        <span>{say('grade.sum', { letter: grade.letter })}</span>
        <span />
      </li>
    </ul>
  );
}
