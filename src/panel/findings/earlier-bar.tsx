import { useId, useState } from 'react';
import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { visibleString } from '../shared/parts/visible';
import { SentenceText } from '../shared/presentation/sentence-text';
import { type EarlierFindings, useFindingsChoices } from '../state/findings-choices';
import type { ComparedFindings } from './standing';

/** What became of reading a file: its findings, or why there are none. */
export type EarlierRead = { readonly earlier: EarlierFindings } | { readonly refused: string };

interface EarlierBarProps {
  readonly site: string;
  readonly compared: ComparedFindings | null;
  /** The findings of now, as those of before. */
  readonly onRemember: () => void;
  readonly readFile: (file: File) => Promise<EarlierRead>;
}

/** Compares the findings with those of an earlier recording: what was mended, what is new. */
export function EarlierBar({ site, compared, onRemember, readFile }: EarlierBarProps) {
  const { earlier, compareWith } = useFindingsChoices();
  const [state, setState] = useState<{ readonly reading: boolean; readonly refused: string }>({ reading: false, refused: '' });
  const id = useId();
  const read = async (file: File) => {
    setState({ reading: true, refused: '' });
    const end = await readFile(file).catch(() => ({ refused: say('view.failed') }));
    if ('earlier' in end) compareWith(end.earlier);
    setState({ reading: false, refused: 'refused' in end ? end.refused : '' });
  };
  return (
    <section className="earlier-bar" aria-label={say('findings.earlier')}>
      {earlier === null ? (
        <p>
          {say('findings.earlier.with')} <Button label={say('findings.earlier.now')} onPress={onRemember} />{' '}
          <label className="button" htmlFor={id}>
            {say(state.reading ? 'findings.earlier.reading' : 'findings.earlier.file')}
            <input
              id={id}
              className="visually-hidden"
              type="file"
              disabled={state.reading}
              onChange={({ target }) => target.files?.[0] && void read(target.files[0])}
            />
          </label>
        </p>
      ) : (
        <p>
          <span role="status">{compared ? tally(earlier, compared) : other(earlier, site)}</span>{' '}
          <Button label={say('findings.earlier.end')} onPress={() => compareWith(null)} />
        </p>
      )}
      {state.refused !== '' && (
        <p className="tone-bad" role="alert">
          {state.refused}
        </p>
      )}
      {compared && compared.mended.length > 0 && <Mended mended={compared.mended} />}
    </section>
  );
}

function Mended({ mended }: { readonly mended: ComparedFindings['mended'] }) {
  return (
    <details>
      <summary>{say('findings.mended')}</summary>
      <ul className="mended-list">
        {mended.map(({ id, heading }) => (
          <li key={id} data-mended={id.split('\t')[0]}>
            <SentenceText sentence={heading} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const nameOf = ({ name }: EarlierFindings): string => (name === null ? say('findings.earlier.remembered') : visibleString(name));

const tally = (earlier: EarlierFindings, { mended, added, same }: ComparedFindings): string =>
  say('findings.earlier.tally', { name: nameOf(earlier), mended: mended.length, added, same });

const other = (earlier: EarlierFindings, site: string): string =>
  say('findings.earlier.other-site', { name: nameOf(earlier), other: earlier.site, site });
