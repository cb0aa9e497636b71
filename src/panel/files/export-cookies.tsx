import { type ReactNode, useMemo, useState } from 'react';
import { instant } from '../../analysis/engine/base/units';
import { asJarCookie } from '../../analysis/facts/jar-cookie';
import type { Row } from '../../analysis/replay/rows/exchange';
import { cookieKey } from '../../analysis/session/cookies/cookie-key';
import { COOKIE_FORMATS, type CookieFormatId, exportCookies } from '../../formats/export-cookies';
import { lossText } from '../../formats/sentences';
import { digestKey, digestUnder } from '../../platform/digest';
import { say, sayCount } from '../../words/catalogue';
import { useRecorded } from '../state/panel-context';
import { useTable } from '../state/table-choices';
import { useLastResult } from '../state/use-analysis';
import { ofSite } from './cookie-list';
import { FileParts, type ReadyFile, SaveButtons } from './export-parts';

interface ExportCookiesProps {
  readonly hasValues: boolean;
  readonly values: ReactNode;
}

/** The cookies that the browser holds, or held at the end of a file, for another tool. */
export function ExportCookies({ hasValues, values }: ExportCookiesProps) {
  const { replay, rows } = useRecorded();
  const site = useLastResult()?.site ?? null;
  const [format, setFormat] = useState<CookieFormatId>('json');
  const [chosen, setChosen] = useState<'picked' | 'site' | 'all' | null>(null);
  const [isPlain, setIsPlain] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const url = typed ?? lastPage(rows);
  const held = useMemo(() => [...replay.jar.all()].map(asJarCookie), [replay]);
  const ofThisSite = useMemo(() => (site === null ? held : ofSite(held, site)), [held, site]);
  const picked = useTable((table) => table.picked);
  const ofPicked = useMemo(() => held.filter((cookie) => picked.has(cookieKey(cookie))), [held, picked]);
  const which = chosen ?? (ofPicked.length > 0 ? 'picked' : site === null ? 'all' : 'site');
  const cookies = { picked: ofPicked, site: ofThisSite, all: held }[which];
  const isForAddress = format === 'header' || format === 'curl';
  const { file, losses } = useMemo(() => {
    const redaction = hasValues ? null : digestUnder(digestKey());
    const made = exportCookies(cookies, format, { redaction, url, at: instant(Date.now()), isPlain });
    const { text, receipt, mediaType, extension } = made;
    const ready: ReadyFile = {
      text,
      archive: null,
      receipt,
      mediaType,
      name: `${site ?? 'cookies'}-${format === 'json' ? 'cookies' : format}.${extension}`,
    };
    return { file: ready, losses: made.losses.map(lossText) };
  }, [cookies, format, hasValues, isPlain, site, url]);
  return (
    <>
      <div className="sheet-body">
        <fieldset>
          <legend>{say('files.which')}</legend>
          {ofPicked.length > 0 && (
            <label className="tick">
              <input type="radio" name="files-which" checked={which === 'picked'} onChange={() => setChosen('picked')} />
              {sayCount('files.which.picked', ofPicked.length)}
            </label>
          )}
          {site !== null && (
            <label className="tick">
              <input type="radio" name="files-which" checked={which === 'site'} onChange={() => setChosen('site')} />
              {sayCount('files.which.site', ofThisSite.length, { site })}
            </label>
          )}
          <label className="tick">
            <input type="radio" name="files-which" checked={which === 'all'} onChange={() => setChosen('all')} />
            {sayCount('files.which.all', held.length)}
          </label>
        </fieldset>
        <fieldset className="formats">
          <legend>{say('files.format')}</legend>
          {COOKIE_FORMATS.map((id) => (
            <label key={id} className="tick" data-words="standard">
              <input type="radio" name="files-format" checked={format === id} onChange={() => setFormat(id)} />
              {say(`files.format.${id}`)}
            </label>
          ))}
        </fieldset>
        {isForAddress && (
          <label className="sheet-field">
            {say('files.url')}
            <input className="mono" type="url" spellCheck={false} value={url} onChange={({ target }) => setTyped(target.value)} />
          </label>
        )}
        {format === 'netscape' && (
          <label className="tick">
            <input type="checkbox" checked={isPlain} onChange={({ target }) => setIsPlain(target.checked)} />
            {say('files.plain')}
          </label>
        )}
        {values}
        <FileParts losses={losses} file={file} />
      </div>
      <SaveButtons file={file} />
    </>
  );
}

/** The address of the page that was loaded last. */
function lastPage(rows: readonly Row[]): string {
  const row = rows.findLast((each) => each.kind === 'exchange' && each.sent.type === 'document');
  return row?.kind === 'exchange' ? row.url : '';
}
