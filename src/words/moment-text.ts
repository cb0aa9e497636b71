import { text } from '../analysis/engine/base/bytes';
import type { Bytes } from '../analysis/engine/base/units';
import type { CookieKey } from '../analysis/session/cookies/cookie-key';
import type { IdName, Moment } from '../analysis/story/moment';
import { isWord, say, sayCount } from './catalogue';
import { listText } from './format';

const nameOfKey = (key: CookieKey): string => text((key.split('\t')[0] ?? '') as Bytes) || say('bead.nameless');

/** A session id by the name of its cookie and a letter for its value: “PHPSESSID A”. */
export const idWords = ({ key, letter }: IdName): string => say('signin.id', { name: nameOfKey(key), letter });

export function missingText(missing: string): string {
  const key = `session.missing.${missing}`;
  return isWord(key) ? say(key) : missing;
}

/** What happened at a moment of the story, in a few words. An id is told by its letter, never by its value. */
export function momentTitle(moment: Moment): string {
  switch (moment.kind) {
    case 'first-visit':
      return say('session.moment.first-visit', { page: moment.page });
    case 'anonymous-id-changed':
      return sayCount('session.moment.anonymous-id-changed', moment.count);
    case 'signed-in':
      return say(`session.moment.signed-in.${moment.how}`);
    case 'id-at-sign-in':
      return say(`session.moment.id.${moment.fate}`);
    case 'left-for-provider':
      return say(moment.isSilent ? 'session.moment.left-for-provider.silent' : 'session.moment.left-for-provider', {
        provider: moment.provider,
      });
    case 'provider-asked':
      return say(`session.moment.provider-asked.${moment.what}`, { provider: moment.provider });
    case 'came-back':
      return moment.isSilent && moment.outcome === 'refused-by-provider'
        ? say('session.moment.came-back.not-renewed', { provider: moment.provider })
        : say(`session.moment.came-back.${moment.outcome}`, { application: moment.application });
    case 'single-sign-out':
      return say(moment.beganThere ? 'session.moment.single-sign-out.there' : 'session.moment.single-sign-out', {
        provider: moment.provider,
      });
    case 'sign-in-lost':
      return say(`session.moment.sign-in-lost.${moment.why}`, { name: moment.name ?? '' });
    case 'session-falls-apart':
      return sayCount(`session.moment.session-falls-apart.${moment.what}`, moment.count, { name: moment.name });
    case 'id-renewed':
      return sayCount('session.moment.id-renewed', moment.count);
    case 'authenticated-use':
      return sayCount('session.moment.authenticated-use', moment.reads.length + moment.changes.length);
    case 'csrf-token-sent':
      return sayCount(`session.moment.csrf-token-sent.${moment.guard}`, moment.of, {
        name: moment.name,
        count: moment.count,
        of: moment.of,
      });
    case 'csrf-token-checked':
      return say(
        moment.certainty === 'observed' ? 'session.moment.csrf-token-checked' : 'session.moment.csrf-token-checked.cannot-tell',
      );
    case 'privilege-change':
      return say(`session.moment.privilege-change.${moment.what}`);
    case 'signed-out':
      return say(
        moment.certainty === 'observed'
          ? 'session.moment.signed-out'
          : moment.missing.includes('what-the-form-chose')
            ? 'session.moment.signed-out.likely'
            : 'session.moment.signed-out.cannot-tell',
      );
    case 'credential-left':
      return say('session.moment.credential-left', { name: nameOfKey(moment.fate.key) });
    case 'id-reused':
      return say(`session.moment.id-reused.${moment.answered}`);
    case 'old-id-checked':
      return say(`session.moment.old-id-checked.${moment.check.verdict}`);
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

/** More sentences about a moment, in their order. */
export function momentNotes(moment: Moment): readonly string[] {
  const notes: string[] = [];
  if (moment.kind === 'signed-in') {
    notes.push(say(`session.carried-by.${moment.carriedBy}`));
    if (moment.carriers.length > 0) notes.push(say('signin.carriers', { names: listText(moment.carriers.map(nameOfKey)) }));
  }
  if ('step' in moment && moment.step !== null) notes.push(say('signin.step', { step: say(`session.step.${moment.step}`) }));
  if (moment.kind === 'signed-out') {
    if (moment.by === 'frame') notes.push(say('signin.front-channel'));
    if (moment.withheld.length > 0) notes.push(say('signin.withheld', { names: listText(moment.withheld) }));
    for (const fate of moment.fates) notes.push(say(`signin.fate.${fate.fate}`, { name: nameOfKey(fate.key) }));
  }
  if (moment.kind === 'left-for-provider') {
    notes.push(say(`session.protocol.${moment.protocol}`));
    if (moment.cookies.length > 0) notes.push(say('signin.transaction-cookies', { names: listText(moment.cookies) }));
  }
  if (moment.kind === 'came-back') {
    if (moment.error !== null) notes.push(say('signin.error', { error: moment.error }));
    if (moment.withheld.length > 0) notes.push(say('signin.withheld', { names: listText(moment.withheld) }));
    if (moment.isSilent && moment.error !== null && moment.unsent.length > 0)
      notes.push(say('signin.unsent', { provider: moment.provider, names: listText(moment.unsent) }));
  }
  if (moment.kind === 'single-sign-out' && moment.frames > 0)
    notes.push(sayCount(moment.beganThere ? 'signin.frames-there' : 'signin.frames', moment.frames));
  if (moment.kind === 'credential-left') {
    const { length } = moment.fate.sentAfter;
    notes.push(length === 0 ? say('signin.not-sent-after') : sayCount('signin.sent-after', length));
  }
  return notes;
}
