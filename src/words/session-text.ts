import { text } from '../analysis/engine/base/bytes';
import type { AccountSession } from '../analysis/session/account-sessions';
import { isStillSignedIn } from '../analysis/session/sign-in/reuse';
import { idName } from '../analysis/story/id-name';
import { say } from './catalogue';
import { idWords } from './moment-text';

/** A session by its site and its place among the site's: “shop.example, session 2”. */
export const sessionName = ({ site, number }: AccountSession): string => say('signin.session', { site, number });

/** What tells it from the site's others, as far as it was seen: “account 2 · sid B · signed out”. */
export function sessionMarks({ account, signIn: { carriers, end } }: AccountSession): string {
  const [carrier] = carriers;
  const id = carrier && (carrier.after ? idWords(idName(carrier.life, carrier.after)) : text(carrier.life.name));
  return [
    account === null ? null : say('signin.session.account', { account }),
    id,
    end === null || isStillSignedIn(end)
      ? say('phase.signed-in')
      : say(end.kind === 'sign-out' ? 'phase.signed-out' : 'signin.session.ended'),
  ]
    .filter(Boolean)
    .join(' · ');
}
