import { useId, useState } from 'react';
import { say, sayCount } from '../../words/catalogue';
import { listText, numberText } from '../../words/format';
import { Button } from '../shared/parts/button';
import { VisibleText } from '../shared/parts/visible-text';
import { linesOf, type Trial, withLines } from '../state/trial';
import type { Tried } from '../state/tried';
import { type HeaderPair, lineSending, readCookieHeader } from './cookie-header';

interface CookieHeaderFieldProps {
  readonly trial: Trial;
  readonly tried: Tried;
  readonly onChange: (trial: Trial) => void;
}

/** A Cookie header, taken apart, and which of its pairs the lines above lead to. It is in no link. */
export function CookieHeaderField({ trial, tried, onChange }: CookieHeaderFieldProps) {
  const id = useId();
  const [pasted, setPasted] = useState('');
  const { pairs, octets, missing } = readCookieHeader(pasted, tried.headers);
  const unset = pairs.filter(({ sentIn }) => sentIn?.length === 0);
  const add = () => {
    const lines = linesOf(trial).filter((line) => line.trim() !== '');
    onChange(withLines(trial, [...lines, ...unset.map((pair) => lineSending(pair, trial.url))], lines.length));
  };
  return (
    <section className="lab-read lab-cookie-header" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('lab.cookie')}</h2>
      <textarea
        id="lab-cookie"
        className="lab-line"
        rows={1}
        spellCheck={false}
        autoComplete="off"
        aria-labelledby={`${id}-title`}
        placeholder={say('lab.cookie.placeholder')}
        value={pasted}
        onChange={({ target }) => setPasted(target.value)}
      />
      {pairs.length > 0 && (
        <>
          <p data-testid="cookie-header-sum">
            {sayCount('lab.cookie.pairs', pairs.length)} {sayCount('lab.cookie.octets', octets)}
          </p>
          <table className="lab-lines">
            <thead>
              <tr>
                <th scope="col">{say('lab.cookie.name')}</th>
                <th scope="col">{say('lab.cookie.value')}</th>
                <th scope="col">{say('lab.cookie.size')}</th>
                <th scope="col">{say('lab.cookie.notes')}</th>
              </tr>
            </thead>
            <tbody>
              {pairs.map((pair) => (
                <tr key={pair.index} data-pair={pair.name}>
                  <td>
                    <code>
                      <VisibleText text={pair.name} />
                    </code>
                  </td>
                  <td>
                    <code className="lab-value">
                      <VisibleText text={pair.value} />
                    </code>
                  </td>
                  <td>{numberText(pair.octets)}</td>
                  <td>{notesOf(pair, trial.url).join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {missing.length > 0 && <p>{say('lab.cookie.missing', { names: listText(missing) })}</p>}
          {unset.length > 0 && <Button label={sayCount('lab.cookie.add', unset.length)} onPress={add} />}
          {tried.headers.length === 0 && <p className="tone-quiet">{say('lab.cookie.no-next')}</p>}
        </>
      )}
    </section>
  );
}

function notesOf({ name, hasEquals, isQuoted, isRepeated, sentIn, isOtherValue }: HeaderPair, url: string): readonly string[] {
  const isInsecure = url.startsWith('http:') && /^__(?:Host|Secure)-/i.test(name);
  return [
    ...(sentIn === null
      ? []
      : sentIn.length > 0
        ? [say('lab.cookie.sent', { profiles: listText(sentIn.map((profile) => say(`profile.${profile}`))) })]
        : [say(isOtherValue ? 'lab.cookie.other-value' : 'lab.cookie.no-line')]),
    ...(isRepeated ? [say('lab.cookie.repeated')] : []),
    ...(isQuoted ? [say('lab.cookie.quoted')] : []),
    ...(hasEquals ? [] : [say('lab.cookie.nameless')]),
    ...(isInsecure ? [say('lab.cookie.prefix')] : []),
  ];
}
