import type { Port } from '../platform/port';
import { REPEAT_PORT, type RepeatedRequest, type RepeatResult, readRepeatedRequest } from '../protocol/repeated-request';

/**
 * Sends the one request that a page of the extension asks for over its port, and tells the answer. A port asks once: a page
 * that has lost it asks for nothing again by itself.
 */
export function repeatOnDemand(port: Port, repeat: (request: RepeatedRequest) => Promise<RepeatResult>): void {
  if (port.name !== REPEAT_PORT) return;
  let isAsked = false;
  port.onMessage((message) => {
    if (isAsked) return;
    isAsked = true;
    const request = readRepeatedRequest(message);
    if (request === null) port.send({ kind: 'failed', text: 'This request is not sent.' } satisfies RepeatResult);
    else void repeat(request).then((result) => port.send(result));
  });
}
