import { say } from '../../../words/catalogue';
import { listText } from '../../../words/format';
import type { WordFault } from './filter-key';

/** What is wrong with a word of a filter, and what to write instead. */
export function faultText(fault: WordFault): string {
  switch (fault.kind) {
    case 'unknown-key':
      return say('filter-fault.unknown-key', { key: fault.key });
    case 'unknown-value':
      return say('filter-fault.unknown-value', { key: fault.key, value: fault.value, known: listText(fault.known) });
    case 'bad-regex':
      return say('filter-fault.bad-regex', { source: fault.source });
    case 'hard-regex':
      return say('filter-fault.hard-regex', { source: fault.source });
    case 'bad-status':
      return say('filter-fault.bad-status', { value: fault.value });
    case 'no-value':
      return say('filter-fault.no-value', { key: fault.key });
    default:
      return fault satisfies never;
  }
}
