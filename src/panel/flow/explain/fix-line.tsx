import { useState } from 'react';
import { text } from '../../../analysis/engine/base/bytes';
import type { Bytes } from '../../../analysis/engine/base/units';
import { corrected, type Edit } from '../../../analysis/fixes/correct';
import { say } from '../../../words/catalogue';
import { Button } from '../../shared/parts/button';
import { VisibleText } from '../../shared/parts/visible-text';
import { isMaskable, maskedHead } from '../../shared/presentation/mask';
import { useIsLive, usePanel } from '../../state/panel-context';
import type { OverrideOf } from './override-of';
import { Bullets } from './raw-line';
import { TryIt } from './try-it';
import { WhatIfButton } from './what-if-button';

interface FixLineProps {
  readonly edits: readonly Edit[];
  readonly revealed: boolean;
  readonly override: OverrideOf | null;
}

/** The same line with cuts struck and additions underlined; Copy gives the clean line. */
export function FixLine({ edits, revealed, override }: FixLineProps) {
  const { actions } = usePanel();
  const isLive = useIsLive();
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
      <div className="fix-buttons">
        <Button
          icon={copied ? 'check' : 'copy'}
          label={say(copied ? 'explain.copied' : 'explain.copy')}
          {...(masks ? { title: say('explain.copy-masked') } : {})}
          onPress={() => void actions.copy(fixText(edits, revealed)).then(() => setCopied(true))}
        />
        {override && isLive && <TryIt edits={edits} of={override} />}
        {override && <WhatIfButton line={text(corrected(edits) as Bytes)} of={override} />}
      </div>
    </div>
  );
}

/** The corrected line for the clipboard; a value that was not revealed stays here. */
function fixText(edits: readonly Edit[], revealed: boolean): string {
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
