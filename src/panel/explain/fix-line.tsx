import { useState } from 'react';
import { text } from '../../analysis/facts/bytes';
import { corrected, type Edit } from '../../analysis/fixes/correct';
import { say } from '../../words/catalogue';
import { usePanel } from '../panel-context';
import { Button } from '../parts/button';
import { VisibleText } from '../parts/visible-text';
import { isMaskable, maskedHead } from '../shown/mask';
import { Bullets } from './raw-line';

/** The same line with cuts struck and additions underlined; Copy gives the clean line. */
export function FixLine({ edits, revealed }: { readonly edits: readonly Edit[]; readonly revealed: boolean }) {
  const { doing } = usePanel();
  const [copied, setCopied] = useState(false);
  const masks = !revealed && edits.some((edit) => edit.part === 'value' && isMaskable(edit.text));
  return (
    <div className="fix">
      <div className="raw-line" data-testid="fix-line">
        {edits.map((edit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of one line have no other identity than their place.
          <Run key={index} edit={edit} revealed={revealed} />
        ))}
      </div>
      <Button
        icon={copied ? 'check' : 'copy'}
        label={say(copied ? 'explain.copied' : 'explain.copy')}
        {...(masks ? { title: say('explain.copy-masked') } : {})}
        onPress={() => void doing.copy(fixText(edits, revealed)).then(() => setCopied(true))}
      />
    </div>
  );
}

/** The corrected line for the clipboard; a value that was not revealed stays here. */
export function fixText(edits: readonly Edit[], revealed: boolean): string {
  return corrected(edits, (value) => (revealed || !isMaskable(value) ? value : '<value>'));
}

function Run({ edit, revealed }: { readonly edit: Edit; readonly revealed: boolean }) {
  const masked = edit.part === 'value' && !revealed && isMaskable(edit.text);
  const content = (
    <>
      <VisibleText text={text(masked ? maskedHead(edit.text) : edit.text)} />
      {masked && <Bullets />}
    </>
  );
  if (edit.kind === 'cut') return <del>{content}</del>;
  if (edit.kind === 'add') return <ins className={edit.part}>{content}</ins>;
  return <span className={edit.part}>{content}</span>;
}
