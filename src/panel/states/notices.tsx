import { useState } from 'react';
import type { Trouble } from '../../protocol/messages';
import { say } from '../../words/catalogue';
import { usePanel, useRecorded } from '../panel-context';
import { Button, IconButton, LinkButton } from '../parts/button';
import { Icon } from '../parts/icon';
import { siteOf } from './permission-state';

/** Bars over the views: paused, permission missing, recorder gone, troubles. */
export function Notices() {
  const { doing } = usePanel();
  const isRecording = useRecorded((recorded) => recorded.isRecording);
  const missing = useRecorded((recorded) => recorded.missing);
  const troubles = useRecorded((recorded) => recorded.troubles);
  const link = useRecorded((recorded) => recorded.link);
  const nothing = useRecorded(({ rows, from }) => rows.length <= from);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const open = troubles.map((trouble) => troubleText(trouble)).filter((text) => text !== null && !dismissed.has(text));
  return (
    <div className="notices">
      {link === 'gone' && (
        <div className="notice bad" role="alert">
          <Icon name="warning" />
          <b>{say('gone.title')}</b> {say('gone.text')}
        </div>
      )}
      {link === 'reconnecting' && (
        <div className="notice" role="status">
          <Icon name="reload" />
          {say('trouble.reconnecting')}
        </div>
      )}
      {!isRecording && (
        <div className="notice" role="status">
          <Icon name="pause" />
          <b>{say('paused.title')}</b>
          <span className="ellipsis">{say('paused.text')}</span>
          <span className="spread" />
          <Button primary label={say('paused.resume')} onPress={() => doing.record(true)} />
        </div>
      )}
      {missing.length > 0 && !nothing && (
        <div className="notice" role="status">
          <Icon name="lock" />
          <span className="ellipsis">
            {say('permission.partly', { origins: missing.map((origin) => siteOf(origin) ?? origin).join(', ') })}
          </span>
          <span className="spread" />
          <LinkButton onPress={doing.grant}>{say('permission.grant')}</LinkButton>
        </div>
      )}
      {open.map((text) => (
        <div key={text} className="notice" role="status">
          <Icon name="warning" />
          <span>{text}</span>
          <span className="spread" />
          <IconButton
            icon="cross"
            label={say('trouble.dismiss')}
            onPress={() => setDismissed(new Set([...dismissed, text ?? '']))}
          />
        </div>
      ))}
    </div>
  );
}

function troubleText(trouble: Trouble): string | null {
  switch (trouble.kind) {
    case 'quota':
      return say('trouble.quota');
    case 'storage':
      return say('trouble.storage', { text: trouble.text });
    case 'browser':
      return say('trouble.browser', { text: trouble.text });
    case 'unknown-message':
      return say('trouble.unknown-message', { shape: trouble.shape });
    case 'permission':
      return null;
    default:
      return trouble satisfies never;
  }
}
