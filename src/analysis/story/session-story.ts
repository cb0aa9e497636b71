import type { AccountSession } from '../session/account-sessions';
import type { Story } from './moment';

/** What a site's story tells of one of its sessions: from the visit that began it to the one that begins the next. */
export function storyOfSession(story: Story, { from, until }: AccountSession): Story {
  const first = from?.exchange.at ?? Number.NEGATIVE_INFINITY;
  const next = until?.exchange.at ?? Number.POSITIVE_INFINITY;
  const isWithin = (at: number): boolean => at >= first && at < next;
  return {
    site: story.site,
    phases: story.phases.filter((phase) => phase.from < next && (phase.until === null || phase.until > first)),
    moments: story.moments.filter(({ at }) => isWithin(at)),
    transactions: story.transactions.filter(({ hops }) => hops.some(({ exchange }) => isWithin(exchange.at))),
  };
}
