import type { Attribution } from '../replay/rows/attribution';
import type { CookieLife, ValueSpan } from './cookies/cookie-life';
import { isSameUser, type UserName, userNames } from './requests/fields';
import type { Visit } from './requests/visit';
import type { Sessions } from './sessions';
import type { SignIn } from './sign-in/session-kinds';
import type { SiteSession } from './site-session';

/**
 * One session: a site, in the cookie store of its recording, while one account is signed in. A recording is of one tab and so of
 * one store: sessions of another store are in another recording.
 */
export interface AccountSession {
  /** The exchange that it began with: names it within its recording. */
  readonly id: string;
  readonly site: string;
  /** Its place among those of the site: 1 for the first. */
  readonly number: number;
  readonly signIn: SignIn;
  /**
   * Which user name of the site was sent: 1 for the first, 2 for another; null = none was seen, it is too short to be kept, or
   * another tab has put another id in place of the session's since.
   */
  readonly account: number | null;
  /** The first visit that belongs to it, its failed attempts among them; null = since the recording began. */
  readonly from: Visit | null;
  /** The first visit that belongs to the next one; null = there is no next one. */
  readonly until: Visit | null;
}

/** What is looked at: a site, and one of its sessions; null = all of them. */
export interface SessionChoice {
  readonly site: string;
  readonly session: string | null;
}

/** The sessions of a site, in order. */
export function accountSessions({ site, attempts, signIns }: SiteSession): readonly AccountSession[] {
  const accounts: (readonly UserName[])[] = [];
  const begins = signIns.map((signIn, place): Visit | null => {
    const before = signIns[place - 1];
    if (before === undefined) return null;
    const ended = before.end?.visit.seq ?? before.last.seq;
    return attempts.find(({ visit }) => visit.seq > ended && visit.seq <= signIn.first.seq)?.visit ?? signIn.first;
  });
  return signIns.map((signIn, place): AccountSession => {
    const names = signIn.attempts.flatMap(({ visit }) => userNames(visit.exchange.sent.fields));
    const known = accounts.findIndex((each) => isSameUser(each, names));
    if (known < 0 && names.length > 0) accounts.push(names);
    return {
      id: signIn.first.exchange.id,
      site,
      number: place + 1,
      signIn,
      account: names.length === 0 || isTakenOver(signIn) ? null : known < 0 ? accounts.length : known + 1,
      from: begins[place] ?? null,
      until: begins[place + 1] ?? null,
    };
  });
}

/** Whether another tab gave a cookie that carries the session a value while no answer here renewed it: somebody else may have signed in there. */
function isTakenOver({ carriers, last, end }: SignIn): boolean {
  const since = last.answeredAt ?? last.seq;
  const until = end?.visit.seq ?? Number.POSITIVE_INFINITY;
  return carriers.some(({ life: { spans } }) => {
    const later = spans.filter(({ from }) => from > since && from < until);
    return later.length > 0 && later.every(({ writer }) => writer.kind === 'change' && isOfOtherTab(writer.attribution));
  });
}

/** A worker (tab -1) may be this page's own. */
const isOfOtherTab = (by: Attribution): boolean => by.kind === 'other-tab' && by.tabId >= 0;

/** The session of a choice; null = all of the site's are chosen, or it is not in the recording any more. */
export function chosenSession({ sites }: Pick<Sessions, 'sites'>, choice: SessionChoice | null): AccountSession | null {
  const site = choice?.session == null ? undefined : sites.find((each) => each.site === choice.site);
  return site === undefined ? null : (accountSessions(site).find(({ id }) => id === choice?.session) ?? null);
}

/** The values that a cookie had while the session lasted. */
export function spansDuring({ spans }: CookieLife, { signIn, until }: AccountSession): readonly ValueSpan[] {
  const end = signIn.end?.visit.seq ?? until?.seq ?? Number.POSITIVE_INFINITY;
  return spans.filter(({ from, to }) => from < end && (to === null || to > signIn.last.seq));
}
