import { useState } from 'react';
import type { Problem } from '../../protocol/recording-log';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import { lengthOf } from '../../words/length';
import { Button, IconButton, LinkButton } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { usePanel, useRecorded } from '../state/panel-context';
import type { Notice } from './notice';
import { siteOfPattern } from './permission-state';

/** That what is shown may be out of date: the recorder is gone, or the connection to it. */
export function useLinkNotices(): readonly Notice[] {
  const link = useRecorded((recorded) => recorded.link);
  if (link === 'connected') return [];
  if (link === 'reconnecting')
    return [
      {
        id: 'reconnecting',
        look: 'plain',
        content: (
          <>
            <Icon name="reload" />
            {say('trouble.reconnecting')}
          </>
        ),
      },
    ];
  return [
    {
      id: 'gone',
      look: 'bad',
      content: (
        <>
          <Icon name="warning" />
          <b>{say('gone.title')}</b> {say('gone.text')}
        </>
      ),
    },
  ];
}

/** That nothing is recorded, or not everything. */
export function useCoverageNotices(): readonly Notice[] {
  const { actions } = usePanel();
  const isRecording = useRecorded((recorded) => recorded.isRecording);
  const missing = useRecorded((recorded) => recorded.missing);
  const nothing = useRecorded(({ rows, from }) => rows.length <= from);
  const notices: Notice[] = [];
  if (!isRecording)
    notices.push({
      id: 'paused',
      look: 'plain',
      content: (
        <>
          <Icon name="pause" />
          <b>{say('paused.title')}</b>
          <span className="ellipsis">{say('paused.text')}</span>
          <span className="spread" />
          <Button primary label={say('paused.resume')} onPress={() => actions.record(true)} />
        </>
      ),
    });
  if (missing.length > 0 && !nothing)
    notices.push({
      id: 'permission',
      look: 'plain',
      content: (
        <>
          <Icon name="lock" />
          <span className="ellipsis">
            {say('permission.partly', { origins: listText(missing.map((origin) => siteOfPattern(origin) ?? origin)) })}
          </span>
          <span className="spread" />
          <LinkButton onPress={actions.grant}>{say('permission.grant')}</LinkButton>
        </>
      ),
    });
  return notices;
}

/** What went wrong in recording, until the reader has read it. */
export function useProblemNotices(): readonly Notice[] {
  const problems = useRecorded((recorded) => recorded.problems);
  const dropped = useRecorded((recorded) => recorded.dropped);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const notices = [
    ...(dropped > 0 ? [{ id: 'dropped', text: sayCount('trouble.dropped', dropped) }] : []),
    ...problems.map(problemText).map((text) => ({ id: text, text })),
  ];
  return notices
    .filter(({ id }) => !dismissed.has(id))
    .map(({ id, text }) => ({
      id,
      look: 'plain',
      content: (
        <>
          <Icon name="warning" />
          <span>{text}</span>
          <span className="spread" />
          <IconButton icon="cross" label={say('trouble.dismiss')} onPress={() => setDismissed(new Set([...dismissed, id]))} />
        </>
      ),
    }));
}

function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'browser':
      return say('trouble.browser', { text: problem.text });
    case 'clock-set-back':
      return say('trouble.clock-set-back', { length: lengthOf(problem.seconds) });
    case 'unknown-message':
      return say('trouble.unknown-message', { shape: problem.shape });
    default:
      return problem satisfies never;
  }
}
