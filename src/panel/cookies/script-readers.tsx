import { readersOf } from '../../analysis/story/readers';
import { say } from '../../words/catalogue';
import { ScriptStack } from '../flow/explain/script-stack';
import { useRecorded } from '../state/panel-context';
import { asCookie, type CookieRow } from './cookie-row';

/** Which scripts of the traced pages read a cookie; nothing where none was seen. */
export function ScriptReaders({ row }: { readonly row: CookieRow }) {
  const reads = useRecorded(({ replay }) => replay.scripts.reads);
  const readers = readersOf(asCookie(row), reads);
  if (readers.length === 0) return null;
  return (
    <>
      <h2>{say('script.readers')}</h2>
      {readers.map(({ api, stack }) => (
        <div key={JSON.stringify([api, stack])} className="script-reader">
          <code>{api}</code>
          <ScriptStack stack={stack} />
        </div>
      ))}
    </>
  );
}
