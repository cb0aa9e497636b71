import { useMemo, useState } from 'react';
import type { ReadCookies } from '../../formats/cookies/read-cookies';
import { faultsText, unsaidText } from '../../formats/sentences';
import { say, sayCount } from '../../words/catalogue';
import { reasonSentence } from '../flow/explain/step-words';
import { Button, LinkButton } from '../shared/parts/button';
import { FoldedList } from '../shared/parts/folded-list';
import { visibleString } from '../shared/parts/visible';
import { VisibleText } from '../shared/parts/visible-text';
import { nameText } from '../shared/presentation/bead-words';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { useChoices } from '../state/choices';
import { useEdits } from '../state/edits';
import { browserOf, useIsLive, usePanel, useRecorded } from '../state/panel-context';
import { showSheet } from '../state/sheet';
import { cookiePlaceText, replacedText } from './cookie-import-words';
import { isTicked, type ListedCookie, listedCookies, type Standing } from './cookie-list';

interface CookieImportProps {
  readonly name: string;
  readonly read: ReadCookies;
}

/** The cookies of a file, what is wrong with each, and the button that writes those ticked. Before it, nothing is written. */
export function CookieImport({ name, read }: CookieImportProps) {
  const { write } = usePanel().actions;
  const isLive = useIsLive();
  const { replay } = useRecorded();
  const apply = useEdits((edits) => edits.apply);
  // As the jar was when the list was made: it must not change under the reader's hand.
  const listed = useMemo(
    () => listedCookies(read.cookies, { jar: replay.jar, browser: browserOf(replay.profile), at: Date.now() }),
    [read, replay],
  );
  const [ticked, setTicked] = useState(() => new Set(listed.filter(isTicked).map(({ index }) => index)));
  const tick = (indices: readonly number[], on: boolean) => {
    const next = new Set(ticked);
    for (const index of indices) {
      if (on) next.add(index);
      else next.delete(index);
    }
    setTicked(next);
  };
  const save = () => {
    const chosen = listed.filter(({ index }) => ticked.has(index));
    showSheet(null);
    useChoices.getState().show('cookies');
    void apply(
      chosen.map(({ cookie, before }) => ({ before, after: cookie })),
      write,
    );
  };
  return (
    <>
      <div className="sheet-body">
        <p role="status">
          {sayCount('files.cookies.read', read.cookies.length, {
            name: visibleString(name),
            source: say(`files.source.${read.source}`),
          })}{' '}
          {say(isLive ? 'files.cookies.not-yet' : 'files.cookies.no-browser')}
        </p>
        <Faults lines={faultsText(read.faulty, read.faults)} />
        {STANDINGS.map((kind) => (
          <Group
            key={kind}
            kind={kind}
            cookies={listed.filter(({ standing }) => standing.kind === kind)}
            ticked={ticked}
            onTick={isLive ? tick : null}
          />
        ))}
        {read.unsaid.map((each) => (
          <p key={each} className="tone-quiet">
            {unsaidText(each)}
          </p>
        ))}
      </div>
      <footer>
        <span className="spread" />
        <Button label={say('files.cancel')} onPress={() => showSheet(null)} />
        {isLive && (
          <Button primary label={sayCount('files.cookies.write', ticked.size)} disabled={ticked.size === 0} onPress={save} />
        )}
      </footer>
    </>
  );
}

const STANDINGS: readonly Standing['kind'][] = ['refused', 'expired', 'replaces', 'same', 'new'];

/** So many are listed from the start: what can be written must not be pushed out of sight. */
const FEW_FAULTS = 5;
const FEW_COOKIES = 12;

const moreText = (count: number): string => sayCount('files.more', count);

function Faults({ lines }: { readonly lines: readonly string[] }) {
  const [heading, ...faults] = lines;
  if (heading === undefined) return null;
  return (
    <section className="sheet-group">
      <h3 className="tone-bad">{heading}</h3>
      <FoldedList items={faults} most={FEW_FAULTS} more={moreText}>
        {(fault) => <li key={fault}>{visibleString(fault)}</li>}
      </FoldedList>
    </section>
  );
}

interface GroupProps {
  readonly kind: Standing['kind'];
  readonly cookies: readonly ListedCookie[];
  readonly ticked: ReadonlySet<number>;
  /** null = nothing can be written. */
  readonly onTick: ((indices: readonly number[], on: boolean) => void) | null;
}

function Group({ kind, cookies, ticked, onTick }: GroupProps) {
  if (cookies.length === 0) return null;
  const indices = cookies.map(({ index }) => index);
  const isAll = indices.every((index) => ticked.has(index));
  return (
    <section className="sheet-group">
      <div className="group-head">
        <h3>
          {sayCount(`files.cookies.${kind}`, cookies.length)} {kind === 'refused' && <EvidenceTag evidence="predicted" />}
        </h3>
        {onTick !== null && indices.length > 1 && (
          <LinkButton onPress={() => onTick(indices, !isAll)}>
            {say(isAll ? 'files.cookies.tick-none' : 'files.cookies.tick-all')}
          </LinkButton>
        )}
      </div>
      <FoldedList items={cookies} most={FEW_COOKIES} more={moreText}>
        {({ index, ...each }) => (
          <li key={index} data-import={kind}>
            <label>
              <input
                type="checkbox"
                checked={ticked.has(index)}
                disabled={onTick === null}
                onChange={({ target }) => onTick?.([index], target.checked)}
              />
              <code>
                <VisibleText text={nameText(each.cookie.name)} />
              </code>
              <span className="tone-quiet">{aboutText({ index, ...each })}</span>
            </label>
          </li>
        )}
      </FoldedList>
    </section>
  );
}

function aboutText({ cookie, before, standing }: ListedCookie): string {
  const place = cookiePlaceText(cookie);
  if (standing.kind === 'refused') return `${place} · ${reasonSentence(standing.reason)}`;
  return standing.kind === 'replaces' && before !== null ? `${place} · ${replacedText(before, cookie)}` : place;
}
