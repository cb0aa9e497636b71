import type { IdName, Moment, MomentOf } from '../../analysis/story/moment';
import { momentNotes, momentTitle } from '../../words/moment-text';
import type { IconName } from '../shared/parts/icon';

/** A moment of the story as it is drawn. */
export interface DrawnMoment {
  readonly title: string;
  readonly icon: IconName;
  readonly tone: 'plain' | 'ok' | 'bad' | 'warn' | 'replaced' | 'quiet';
  /** More sentences, in their order. */
  readonly notes: readonly string[];
  /** Ids that play a part, by letter. */
  readonly ids: readonly IdName[];
}

/** The words of a moment. An id is told by its letter, never by its value. */
export function drawnMoment(moment: Moment): DrawnMoment {
  const { icon, tone } = styleOf(moment);
  return { title: momentTitle(moment), icon, tone, notes: momentNotes(moment), ids: idsOf(moment) };
}

function idsOf(moment: Moment): readonly IdName[] {
  switch (moment.kind) {
    case 'anonymous-id':
    case 'token-arrived':
      return [moment.id];
    case 'id-at-sign-in':
      return [moment.before, moment.after].filter((id) => id !== null);
    case 'id-reused':
    case 'server-side-end':
      return moment.id === null ? [] : [moment.id];
    default:
      return [];
  }
}

type MomentStyle = Pick<DrawnMoment, 'icon' | 'tone'>;

function styleOfReturn({ outcome, withheld }: MomentOf<'came-back'>): MomentStyle {
  if (outcome === 'signed-in' || outcome === 'renewed') return { icon: 'enter', tone: 'ok' };
  if (outcome === 'cannot-tell') return { icon: 'question', tone: 'quiet' };
  return { icon: withheld.length > 0 || outcome === 'lost' ? 'error' : 'held', tone: 'bad' };
}

function styleOf(moment: Moment): MomentStyle {
  switch (moment.kind) {
    case 'first-visit':
    case 'anonymous-id':
    case 'anonymous-id-changed':
      return { icon: 'user', tone: 'quiet' };
    case 'signed-in':
      return { icon: 'enter', tone: 'ok' };
    case 'id-at-sign-in':
      if (moment.fate === 'not-rotated') return { icon: 'error', tone: 'bad' };
      return moment.certainty === 'cannot-tell' ? { icon: 'question', tone: 'quiet' } : { icon: 'swap', tone: 'ok' };
    case 'left-for-provider':
      return { icon: 'leave', tone: 'plain' };
    case 'provider-asked':
      return { icon: 'user', tone: 'quiet' };
    case 'came-back':
      return styleOfReturn(moment);
    case 'single-sign-out':
      return { icon: 'leave', tone: 'plain' };
    case 'sign-in-lost':
    case 'session-falls-apart':
      return { icon: 'error', tone: 'bad' };
    case 'credentials-refused':
      return { icon: 'held', tone: 'warn' };
    case 'sent-on-to-sign-in':
    case 'credentials-unanswered':
    case 'credentials-continued':
      return { icon: 'enter', tone: 'quiet' };
    case 'token-arrived':
      return { icon: 'key', tone: 'replaced' };
    case 'id-renewed':
      return { icon: 'reload', tone: 'quiet' };
    case 'authenticated-use':
      return { icon: 'check', tone: 'ok' };
    case 'csrf-token-issued':
    case 'csrf-token-sent':
      return { icon: 'shield', tone: 'ok' };
    case 'csrf-token-checked':
      return moment.certainty === 'observed' ? { icon: 'shield', tone: 'ok' } : { icon: 'question', tone: 'quiet' };
    case 'privilege-change':
      return { icon: 'key', tone: moment.idChanged ? 'ok' : 'warn' };
    case 'not-recorded':
      return { icon: 'pause', tone: 'warn' };
    case 'signed-out':
      return { icon: 'leave', tone: 'plain' };
    case 'credential-left':
      return { icon: 'warning', tone: 'bad' };
    case 'id-reused':
      return moment.answered === 'authenticated' ? { icon: 'error', tone: 'bad' } : { icon: 'reload', tone: 'quiet' };
    case 'old-id-checked':
      if (moment.check.verdict === 'still-works') return { icon: 'error', tone: 'bad' };
      return moment.check.verdict === 'cannot-tell' ? { icon: 'question', tone: 'quiet' } : { icon: 'check', tone: 'ok' };
    case 'server-side-end':
      return { icon: 'question', tone: 'quiet' };
    case 'session-expired':
      return { icon: 'clock', tone: 'quiet' };
    case 'concurrent-session':
      return { icon: 'user', tone: 'warn' };
    default:
      return moment satisfies never;
  }
}
