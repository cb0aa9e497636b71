import { type AccountSession, accountSessions, type SessionChoice } from '../../analysis/session/account-sessions';
import type { SiteSession } from '../../analysis/session/site-session';
import type { Story } from '../../analysis/story/moment';
import { storyOfSession } from '../../analysis/story/session-story';
import { say, sayCount } from '../../words/catalogue';
import { sessionMarks, sessionName } from '../../words/session-text';

/** What can be shown in the Sign-in view: one session, or a site as a whole. */
export interface SessionEntry {
  /** Unique in its recording. */
  readonly key: string;
  readonly name: string;
  /** What tells it from others. */
  readonly marks: string;
  readonly choice: SessionChoice;
  /** null = a site with all its sessions, or with none. */
  readonly session: AccountSession | null;
  readonly story: Story;
  /** Of the site, its sign-ins being those of the entry. */
  readonly site: SiteSession;
}

/** The sites in the order of their stories; one with several sessions is followed by each of them. */
export const sessionEntries = (stories: readonly Story[], sites: readonly SiteSession[]): readonly SessionEntry[] =>
  stories.flatMap((story) => {
    const site = sites.find((each) => each.site === story.site);
    return site === undefined ? [] : entriesOf(story, site);
  });

function entriesOf(story: Story, site: SiteSession): readonly SessionEntry[] {
  const sessions = accountSessions(site);
  const [only] = sessions;
  const isOnly = sessions.length === 1 && only !== undefined;
  const whole: SessionEntry = {
    key: site.site,
    name: site.site,
    marks: isOnly
      ? sessionMarks(only)
      : sessions.length > 1
        ? sayCount('signin.sessions.all', sessions.length)
        : say('phase.anonymous'),
    choice: { site: site.site, session: null },
    session: isOnly ? only : null,
    story,
    site,
  };
  if (sessions.length < 2) return [whole];
  const each = sessions.map(
    (session): SessionEntry => ({
      key: `${site.site} ${session.id}`,
      name: sessionName(session),
      marks: sessionMarks(session),
      choice: { site: site.site, session: session.id },
      session,
      story: storyOfSession(story, session),
      site: { ...site, signIns: [session.signIn] },
    }),
  );
  return [whole, ...each];
}
