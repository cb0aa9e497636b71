import type { Exchange } from '../../replay/rows/exchange';
import type { AskedRecording } from './define';

/** The requests that a question is about, the latest first: none that only asks for leave, and none that did not go out. */
export function* requestsOf({ incidents, subject }: AskedRecording): Generator<Exchange> {
  const { exchanges } = incidents.scene;
  for (let at = exchanges.length - 1; at >= 0; at--) {
    const exchange = exchanges[at];
    if (exchange === undefined || (subject.row !== null && exchange.id !== subject.row)) continue;
    if (exchange.sent.method !== 'OPTIONS' && exchange.transmission !== 'none') yield exchange;
  }
}

/** Whether a question is about a cookie of this name. */
export const isAbout = ({ subject }: AskedRecording, name: string): boolean => subject.name === null || subject.name === name;
