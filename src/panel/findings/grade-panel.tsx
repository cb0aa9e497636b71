import type { Grades } from '../../analysis/grade/grade';
import { BANDS } from '../../analysis/grade/weights';
import { say, sayCount } from '../../words/catalogue';
import { VisibleText } from '../shared/parts/visible-text';
import { nameText } from '../shared/presentation/bead-words';
import { GradeMark } from '../shared/presentation/grade-mark';
import { SentenceText } from '../shared/presentation/sentence-text';
import { showCookie } from '../state/navigation-history';

/** The site's grade with its whole sum: the mean of its cookies by weight, and what comes off the site. */
export function GradePanel({ site, grades }: { readonly site: string; readonly grades: Grades }) {
  const grade = grades.site;
  if (!grade) return <p className="side-note">{say('findings.no-site')}</p>;
  return (
    <>
      <div className="grade-head">
        <GradeMark letter={grade.letter} big />
        <div>
          <h2>
            <VisibleText text={say('findings.score', { site, score: grade.score })} />
          </h2>
          <p className="tone-quiet">
            {grade.next
              ? sayCount('findings.next', grade.next.points, { letter: grade.next.letter })
              : say('findings.best', { from: BANDS[grade.letter] })}
          </p>
        </div>
      </div>
      <table className="share-table">
        <thead>
          <tr>
            <th scope="col">{say('findings.cookie')}</th>
            <th scope="col">{say('findings.weight')}</th>
            <th scope="col">{say('findings.points')}</th>
            <th scope="col">{say('cookies.column.grade')}</th>
          </tr>
        </thead>
        <tbody>
          {grade.shares.map(({ grade: one, weight }) => (
            <tr key={one.cookie.key}>
              <td>
                <button type="button" className="link mono" onClick={() => showCookie(one.cookie.key)}>
                  <VisibleText text={nameText(one.cookie.name)} />
                </button>
              </td>
              <td>×{weight}</td>
              <td>{one.score}</td>
              <td>
                <GradeMark letter={one.letter} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="grade-sum side-sum">
        <li>
          <span className="points">{grade.mean}</span>
          <span>{say('findings.mean', { product: grade.product, weight: grade.weight })}</span>
          <span />
        </li>
        {grade.deductions.map(({ points, finding }) => (
          <li key={finding.id}>
            <span className="points tone-warn">{points === 0 ? '0' : `−${-points}`}</span>
            <SentenceText sentence={finding.texts.heading()} />
            <span />
          </li>
        ))}
        {grade.cap && (
          <li>
            <span className="points tone-bad">≤{grade.cap.grade.score}</span>
            <span>{say('findings.cap', { name: nameText(grade.cap.grade.cookie.name) })}</span>
            <span />
          </li>
        )}
        <li className="total">
          <span className="points">{grade.score}</span>
          <span>{say('grade.sum', { letter: grade.letter })}</span>
          <span />
        </li>
      </ul>
      <p className="side-note">{say('findings.weights')}</p>
    </>
  );
}
