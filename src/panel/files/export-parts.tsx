import { useState } from 'react';
import type { Receipt } from '../../formats/redaction/receipt';
import { receiptText } from '../../formats/sentences';
import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { usePanel } from '../state/panel-context';
import { pngOf } from './png-of';
import { saveBlob } from './save-blob';

/** So much of a file is shown before it is saved. */
const PREVIEW = 3000;

/** A file that is ready to be saved. */
export interface ReadyFile {
  readonly text: string;
  /** The file's octets, where the text is only one of several in it; null = the text is the file. */
  readonly archive: Uint8Array<ArrayBuffer> | null;
  readonly name: string;
  readonly mediaType: string;
  /** null = recorded values are in it. */
  readonly receipt: Receipt | null;
}

interface FilePartsProps {
  /** What the format cannot carry. */
  readonly losses: readonly string[];
  /** null = it is being made. */
  readonly file: ReadyFile | null;
}

/** What the format cannot carry, the receipt, and the file's own beginning. */
export function FileParts({ losses, file }: FilePartsProps) {
  return (
    <>
      {losses.length > 0 && (
        <div className="sheet-note warn">
          <b>{say('files.losses')}</b>
          <ul>
            {losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </div>
      )}
      <section className="sheet-group" aria-label={say('files.receipt')}>
        <h3>
          <Icon name="shield" /> {say('files.receipt')}
        </h3>
        {file === null ? (
          <p role="status">{say('files.making')}</p>
        ) : (
          <ul data-testid="receipt">
            {(file.receipt === null ? [say('files.receipt.none')] : receiptText(file.receipt)).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </section>
      {file !== null && (
        <>
          <h3>{say('files.preview')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
          <pre tabIndex={0} data-testid="preview">
            {file.text.length > PREVIEW ? `${file.text.slice(0, PREVIEW)}…` : file.text}
          </pre>
        </>
      )}
    </>
  );
}

export function SaveButtons({ file }: { readonly file: ReadyFile | null }) {
  const { copy } = usePanel().actions;
  const [copied, setCopied] = useState<ReadyFile | null>(null);
  const [failed, setFailed] = useState<ReadyFile | null>(null);
  const savePng = async (picture: ReadyFile) => {
    const png = await pngOf(picture.text);
    if (png === null) setFailed(picture);
    else saveBlob(png, picture.name.replace(/svg$/, 'png'));
  };
  const isCopied = file !== null && copied === file;
  return (
    <footer>
      <span className="tone-quiet">{file !== null && sizeText(file)}</span>
      {failed !== null && failed === file && <span className="tone-bad">{say('files.no-png')}</span>}
      <span className="spread" />
      {file?.mediaType === 'image/svg+xml' && (
        <Button icon="export" label={say('files.save-png')} onPress={() => void savePng(file)} />
      )}
      {(file === null || file.archive === null) && (
        <Button
          icon={isCopied ? 'check' : 'copy'}
          label={say(isCopied ? 'files.copied' : 'files.copy')}
          disabled={file === null}
          onPress={() => file && void copy(file.text).then(() => setCopied(file))}
        />
      )}
      <Button
        primary
        icon="export"
        label={say(file?.receipt === null ? 'files.save-values' : 'files.save')}
        disabled={file === null}
        onPress={() => file && saveBlob(new Blob([file.archive ?? file.text], { type: file.mediaType }), file.name)}
      />
    </footer>
  );
}

const sizeText = ({ name, text, archive }: ReadyFile): string =>
  archive === null ? say('files.size', { name, count: text.length }) : say('files.size-archive', { name, count: archive.length });
