import type { Exchange, WithheldCookie } from '../../replay/rows/exchange';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { cookieKey } from '../../session/cookies/cookie-key';
import { isCredential } from '../../session/shared/role-kinds';
import { isForeign } from '../scene/returning';
import { type Cause, newSuspect, type Suspect } from '../scene/suspect';
import { tokenOf } from '../scene/token-of';
import { reasonBrief } from './cause-words';
import { pageOf, type SessionOfToken } from './csrf-session';
import type { FailureCase } from './define';
import { predictedJoin } from './joins';
import { remedyOfSuspect } from './remedy';

/**
 * A page that was opened from another site, from which a cookie was withheld: its token was made for somebody else than the one
 * who sends it. null = there is none.
 */
export function madeForStranger(one: FailureCase): SessionOfToken | null {
  if (tokenOf(one.failure.exchange) === null) return null;
  return givenAnew(one) ?? withoutSession(one);
}

/** The cookie of the token was withheld from such a page, whose answer gave another: that of a page from before fits no more. */
function givenAnew(one: FailureCase): SessionOfToken | null {
  const { failure, scene } = one;
  const { exchange, site } = failure;
  for (const { name, value, cookie } of exchange.cookies) {
    const role = scene.roleByName(name).role;
    if (cookie === null || (role !== 'csrf-token' && role !== 'session-id')) continue;
    for (const event of scene.events.before(site, name, exchange.sent.seq)) {
      if (event.kind !== 'line' || event.line.parsed.value !== value) break;
      const page = event.exchange;
      const withheld = page.withheld.find((each) => each.cookie.name === name && isKept(each));
      if (withheld === undefined || !isForeign(page)) break;
      const suspect = suspectOf('overwritten', { withheld, page }, one);
      return {
        suspect,
        why: s`${name} was withheld from ${requestText(page)}, which another site led to (${reasonBrief(suspect.reason)}), and the answer gave it another value. The token of a page from before belongs to the value from before.`,
        brief: s`given anew, for it had been withheld from a page`,
        more: predictedJoin(
          s`${requestText(page)} went without ${name}, and its answer set ${name} anew. That the token is of a page from before follows from the refusal.`,
        ),
        remedy: () => remedyOfSuspect(suspect, { exchange: page, isNeeded: true }, scene),
      };
    }
  }
  return null;
}

/** The session was withheld from the page with the form, and came with the form. */
function withoutSession(one: FailureCase): SessionOfToken | null {
  const { failure, scene } = one;
  const { exchange } = failure;
  const page = pageOf(exchange, scene);
  if (page === null || !isForeign(page)) return null;
  const withheld = page.withheld.find(
    (each) =>
      isKept(each) &&
      isCredential(scene.roleOf(cookieKey(each.cookie)).role) &&
      exchange.cookies.some(({ name, value }) => name === each.cookie.name && value === each.cookie.value),
  );
  if (withheld === undefined) return null;
  const suspect = suspectOf('withheld', { withheld, page }, one);
  const { name } = suspect;
  return {
    suspect,
    why: s`The browser withheld ${name} from ${requestText(page)}, which another site led to (${reasonBrief(suspect.reason)}): the page and its token were made for somebody who is not signed in. The form came with ${name}.`,
    brief: s`withheld from the page with the form: ${reasonBrief(suspect.reason)}`,
    more: predictedJoin(s`That the token is made for one who is signed in follows from the answer.`),
    remedy: () => remedyOfSuspect(suspect, { exchange: page, isNeeded: true }, scene),
  };
}

const isKept = ({ predicted, agreement }: WithheldCookie): boolean =>
  agreement !== 'differs' && (predicted.reasons[0] ?? '').startsWith('same-site-');

interface Page {
  readonly withheld: WithheldCookie;
  readonly page: Exchange;
}

function suspectOf(cause: Cause, { withheld, page }: Page, { failure: { site }, scene }: FailureCase): Suspect {
  const { cookie, predicted } = withheld;
  const key = cookieKey(cookie);
  return newSuspect({
    cause,
    name: cookie.name,
    key,
    role: scene.roleOf(key),
    reason: predicted.reasons[0] ?? null,
    cookie,
    withheld,
    source: scene.events.setterOf(site, cookie, page.sent.seq),
  });
}
