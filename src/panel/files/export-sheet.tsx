import { useState } from 'react';
import { say } from '../../words/catalogue';
import { ExportCookies } from './export-cookies';
import { ExportRecording } from './export-recording';

export function ExportSheet({ what }: { readonly what: 'cookies' | 'recording' }) {
  const [hasValues, setHasValues] = useState(false);
  const values = <Values hasValues={hasValues} onChoose={setHasValues} />;
  return what === 'cookies' ? (
    <ExportCookies hasValues={hasValues} values={values} />
  ) : (
    <ExportRecording hasValues={hasValues} values={values} />
  );
}

function Values({ hasValues, onChoose }: { readonly hasValues: boolean; readonly onChoose: (hasValues: boolean) => void }) {
  return (
    <fieldset>
      <legend>{say('files.values')}</legend>
      <label className="tick">
        <input type="radio" name="files-values" checked={!hasValues} onChange={() => onChoose(false)} />
        {say('files.values.redacted')}
      </label>
      <label className="tick">
        <input type="radio" name="files-values" checked={hasValues} onChange={() => onChoose(true)} />
        {say('files.values.kept')}
      </label>
    </fieldset>
  );
}
