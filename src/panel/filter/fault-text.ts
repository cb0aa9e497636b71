import { say } from '../../words/catalogue';
import type { Fault } from './keys';

/** What is wrong with a word of a filter, and what to write instead. */
export function faultText(fault: Fault): string {
  switch (fault.kind) {
    case 'unknown-key':
      return say('fault.unknown-key', { key: fault.key });
    case 'unknown-value':
      return say('fault.unknown-value', { key: fault.key, value: fault.value, known: fault.known.join(', ') });
    case 'bad-regex':
      return say('fault.bad-regex', { source: fault.source });
    case 'bad-status':
      return say('fault.bad-status', { value: fault.value });
    case 'no-value':
      return say('fault.no-value', { key: fault.key });
    default:
      return fault satisfies never;
  }
}
