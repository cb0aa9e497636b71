import { text } from '../../analysis/facts/bytes';
import type { Bytes } from '../../analysis/facts/units';
import type { CookieKey } from '../../analysis/session/cookie-key';
import type { IdName, Moment } from '../../analysis/story/moment';
import { isWord, say } from '../../words/catalogue';
import type { IconName } from '../parts/icon';

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
  const { icon, tone } = lookOf(moment);
  return { title: titleOf(moment), icon, tone, notes: notesOf(moment), ids: idsOf(moment) };
}

export const nameOfKey = (key: CookieKey): string => text((key.split('\t')[0] ?? '') as Bytes) || say('bead.nameless');

export const idWords = ({ key, letter }: IdName): string => say('signin.id', { name: nameOfKey(key), letter });

export function missingText(missing: string): string {
  const key = `session.missing.${missing}`;
  return isWord(key) ? say(key) : missing;
}

function titleOf(moment: Moment): string {
  switch (moment.kind) {
    case 'first-visit':
      return say('session.moment.first-visit', { page: moment.page });
    case 'anonymous-id-changed':
      return say('session.moment.anonymous-id-changed', { count: moment.count });
    case 'signed-in':
      return say(`session.moment.signed-in.${moment.how}`);
    case 'id-at-sign-in':
      return say(`session.moment.id.${moment.fate}`);
    case 'authenticated-use':
      return say('session.moment.authenticated-use', { count: moment.reads.length + moment.changes.length });
    case 'csrf-token-sent':
      return say(`session.moment.csrf-token-sent.${moment.guard}`, { name: moment.name, count: moment.count, of: moment.of });
    case 'csrf-token-checked':
      return say(
        moment.certainty === 'observed' ? 'session.moment.csrf-token-checked' : 'session.moment.csrf-token-checked.cannot-tell',
      );
    case 'privilege-change':
      return say(`session.moment.privilege-change.${moment.what}`);
    case 'signed-out':
      return say(moment.certainty === 'observed' ? 'session.moment.signed-out' : 'session.moment.signed-out.cannot-tell');
    case 'credential-left':
      return say('session.moment.credential-left', { name: nameOfKey(moment.fate.key) });
    case 'id-reused':
      return say(`session.moment.id-reused.${moment.answered}`);
    case 'session-expired':
      return say(`session.moment.session-expired.${moment.by}`);
    case 'anonymous-id':
    case 'credentials-refused':
    case 'sent-on-to-sign-in':
    case 'credentials-unanswered':
    case 'credentials-continued':
    case 'token-arrived':
    case 'csrf-token-issued':
    case 'not-recorded':
    case 'server-side-end':
    case 'concurrent-session':
      return say(`session.moment.${moment.kind}`);
    default:
      return moment satisfies never;
  }
}

function notesOf(moment: Moment): readonly string[] {
  const notes: string[] = [];
  if (moment.kind === 'signed-in') {
    notes.push(say(`session.carried-by.${moment.carriedBy}`));
    if (moment.carriers.length > 0) notes.push(say('signin.carriers', { names: moment.carriers.map(nameOfKey).join(', ') }));
  }
  if ('step' in moment && moment.step !== null) notes.push(say('signin.step', { step: say(`session.step.${moment.step}`) }));
  if (moment.kind === 'signed-out') {
    for (const fate of moment.fates) notes.push(say(`signin.fate.${fate.fate}`, { name: nameOfKey(fate.key) }));
  }
  if (moment.kind === 'credential-left') notes.push(say('signin.sent-after', { count: moment.fate.sentAfter.length }));
  return notes;
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

type Look = Pick<DrawnMoment, 'icon' | 'tone'>;

function lookOf(moment: Moment): Look {
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
    case 'credentials-refused':
      return { icon: 'held', tone: 'warn' };
    case 'sent-on-to-sign-in':
    case 'credentials-unanswered':
    case 'credentials-continued':
      return { icon: 'enter', tone: 'quiet' };
    case 'token-arrived':
      return { icon: 'key', tone: 'replaced' };
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
