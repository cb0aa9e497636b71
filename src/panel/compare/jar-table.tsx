import type { CookieAspect, CookieDifference, JarDifferences } from '../../analysis/compare/compare';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import { visibleString } from '../shared/parts/visible';
import { VisibleText } from '../shared/parts/visible-text';
import { nameText } from '../shared/presentation/bead-words';
import { SIDES, type Side } from './compare-words';

/** Cookies of which the two jars do not hold the same at the end. */
export function JarTable({ jar }: { readonly jar: JarDifferences }) {
  const { different, same, otherValues } = jar;
  return (
    <section className="sheet-group" aria-label={say('compare.jar')}>
      <h3>{say('compare.jar')}</h3>
      <p>
        {different.length === 0 && `${say('compare.jar-none')} `}
        {sayCount('compare.jar-same', same)} {otherValues > 0 && sayCount('compare.jar-values', otherValues)}
      </p>
      {different.length > 0 && (
        <table className="compared-table">
          <thead>
            <tr>
              <th scope="col">{say('compare.side.a')}</th>
              <th scope="col">{say('compare.cookie')}</th>
              <th scope="col">{say('compare.side.b')}</th>
            </tr>
          </thead>
          <tbody>
            {different.map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once.
              <JarRow key={index} difference={each} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function JarRow({ difference }: { readonly difference: CookieDifference }) {
  const cookie = difference.a ?? difference.b;
  if (cookie === null) return null;
  const [a, b] = SIDES.map((side) => <JarCell key={side} side={side} difference={difference} />);
  return (
    <tr data-cookie-difference="">
      {a}
      <td className="compared-request">
        <code>
          <VisibleText text={nameText(cookie.name)} />
        </code>{' '}
        <span className="tone-quiet">{visibleString(`${cookie.domain}${cookie.path}`)}</span>
      </td>
      {b}
    </tr>
  );
}

function JarCell({ side, difference }: { readonly side: Side; readonly difference: CookieDifference }) {
  const cookie = difference[side];
  if (cookie === null)
    return (
      <td className="nobody" data-side={side}>
        {say('compare.jar-absent')}
      </td>
    );
  const words = difference.aspects.map((aspect) => aspectText(cookie, aspect));
  return (
    <td className={`differs ${side}`} data-side={side}>
      {words.length === 0 ? say('compare.jar-present') : listText(words)}
    </td>
  );
}

function aspectText(cookie: JarCookie, aspect: CookieAspect): string {
  switch (aspect) {
    case 'sameSite':
      return say(`compare.sameSite.${cookie.sameSite}`);
    case 'session':
      return say(`compare.session.${cookie.expires === null}`);
    default:
      return say(`compare.${aspect}.${cookie[aspect]}`);
  }
}
