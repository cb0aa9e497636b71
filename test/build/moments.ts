import { Replay } from '../../src/analysis/replay/replay';
import { sessionsOf } from '../../src/analysis/session/sessions';
import type { Moment, Story } from '../../src/analysis/story/moment';
import { storiesOf } from '../../src/analysis/story/moments';
import { aTrace, digestOf } from './trace';

/** The story of the site that a trace visits most. */
export function storyIn(lines: string, origin = 'https://app.example'): Story {
  const { rows } = new Replay().add(aTrace(origin, lines));
  const [story] = storiesOf(sessionsOf(rows, digestOf), rows);
  if (story === undefined) throw new Error('the trace visits no site');
  return story;
}

/** A moment in a line: what it is, what it says, and whether it was observed. */
export function inWords(moment: Moment): string {
  const { kind, certainty } = moment;
  const said = [saidBy(moment), certainty === 'cannot-tell' ? '?' : ''].filter((part) => part !== '');
  return [kind, ...said].join(' ');
}

function saidBy(moment: Moment): string {
  switch (moment.kind) {
    case 'anonymous-id':
      return moment.id.letter;
    case 'id-at-sign-in':
      return `${moment.fate} ${moment.before?.letter ?? '-'} ${moment.after?.letter ?? '-'}`;
    case 'signed-in':
      return `${moment.how} ${moment.carriedBy}`;
    case 'authenticated-use':
      return `${moment.reads.length} reads ${moment.changes.length} changes`;
    case 'csrf-token-sent':
      return `${moment.guard} ${moment.name} ${moment.count} of ${moment.of}`;
    case 'signed-out':
      return `by ${moment.by}: ${moment.fates.map(({ key, fate }) => `${key.split('\t')[0]} ${fate}`).join(', ')}`;
    case 'id-reused':
      return `${moment.id?.letter ?? '-'} ${moment.answered}`;
    case 'server-side-end':
      return moment.id?.letter ?? '';
    case 'sign-in-lost':
      return `${moment.name ?? '-'} ${moment.why}`;
    case 'session-falls-apart':
      return `${moment.name} ${moment.what} ${moment.count} times`;
    case 'session-expired':
      return `by ${moment.by}`;
    case 'privilege-change':
      return moment.what;
    case 'id-renewed':
    case 'anonymous-id-changed':
      return `${moment.count} times`;
    default:
      return '';
  }
}
