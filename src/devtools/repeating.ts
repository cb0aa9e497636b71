import { connect } from '../platform/port';
import { REPEAT_PORT, type RepeatedRequest, type RepeatResult } from '../protocol/repeated-request';

/** Has the background send a recorded request once more: it is the only part of the extension that may connect to anything. */
export const repeatedByBackground = (request: RepeatedRequest): Promise<RepeatResult> =>
  new Promise((resolve) => {
    const port = connect(REPEAT_PORT);
    if (port === null) {
      resolve({ kind: 'failed', text: 'The extension was reloaded.' });
      return;
    }
    port.onMessage((message) => {
      // The background is the same version of the extension.
      resolve(message as RepeatResult);
      port.close();
    });
    port.onGone(() => resolve({ kind: 'failed', text: 'The background page stopped before it told an answer.' }));
    port.send(request);
  });
