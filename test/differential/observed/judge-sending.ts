import type { Replay } from '../../../src/analysis/replay/replay';
import type { SentCookie, WithheldCookie } from '../../../src/analysis/replay/rows/exchange';
import { cookieText, type Found, idOf, type Met, makersText } from './statements';
import { hasPair, type Truth } from './truth';

/** Holds what is said of the Cookie header against the one that came in. */
export function judgeSending({ exchange, arrival, id }: Met, truth: Truth, replay: Replay): readonly Found[] {
  const { sent, transmission, cookies, withheld, otherPartitions } = exchange;
  if (transmission === 'unseen') return [];
  const where = `${sent.type} ${sent.method} ${exchange.url}`;
  const found: Found[] = [];
  if (sent.cookie !== arrival.cookie) {
    found.push({ kind: 'observed', what: 'Cookie header', said: `${where}: ${sent.cookie}`, truth: `${arrival.cookie}` });
  }
  const action = truth.actionOf(arrival);
  const isOwn = sent.hop === 0 && sent.initiator === new URL(exchange.url).origin;
  for (const bead of cookies) {
    if (bead.agreement === 'differs') found.push(differs(where, bead, 'sent'));
    const setter = bead.cookie === null ? null : replay.setterOf(bead.cookie);
    const makers = truth.makers(bead);
    if (setter && makers.length > 0) {
      const own = idOf(setter.exchange.url);
      if (!makers.some(({ maker }) => 'hop' in maker && maker.hop.id === own))
        found.push({
          kind: 'origin',
          what: 'setter of a sent cookie',
          said: `${where}: ${bead.name}=${bead.value} by ${own}`,
          truth: makersText(makers),
        });
    }
    if (bead.cookie !== null && action !== null && !truth.canHaveBeen(bead.cookie, action))
      found.push({
        kind: 'observed',
        what: 'which cookie was sent',
        said: `${where}: ${cookieText(bead.cookie)}`,
        truth: 'no such cookie was in the jar',
      });
  }
  for (const bead of [...withheld, ...otherPartitions]) {
    if (bead.agreement === 'differs') found.push(differs(where, { ...bead, ...bead.cookie }, 'withheld'));
    const isLeftOut = bead.predicted.reasons.includes('credentials-omitted') && sent.method !== 'OPTIONS';
    if (isLeftOut && truth.asksWithCredentials(id, isOwn) === true)
      found.push({
        kind: 'predicted',
        what: 'credentials left out, and were not',
        said: `${where}: ${cookieText(bead.cookie)} withheld`,
        truth: 'the script asked with credentials',
      });
    // That it has expired is what is said of it.
    if (action === null || bead.predicted.reasons.includes('expired')) continue;
    const { cookie } = bead;
    const earliest = truth.earliest(cookie, action);
    const isThere = truth.canHaveBeen(cookie, action);
    if (!isThere || earliest > arrival.at + CLOCKS)
      found.push({
        kind: 'observed',
        what: isThere ? 'withheld before it was there' : 'withheld, and was not in the jar',
        said: `${where}: ${cookieText(cookie)} withheld`,
        truth: isThere ? `came in ${arrival.at.toFixed(1)}, given ${earliest.toFixed(1)}` : 'no such cookie was in the jar',
      });
    else if (
      hasPair(arrival.cookie, cookie.name, cookie.value) &&
      !cookies.some((each) => each.name === cookie.name && each.value === cookie.value)
    )
      found.push({
        kind: 'observed',
        what: 'withheld, and was sent',
        said: `${where}: ${cookieText(cookie)} withheld`,
        truth: `${arrival.cookie}`,
      });
  }
  return found;
}

/** The server reads a request a little after the browser has made it, and a page's clock is coarse; milliseconds. */
const CLOCKS = 2;

type Bead =
  | Pick<SentCookie, 'name' | 'value' | 'predicted'>
  | (Pick<WithheldCookie, 'predicted'> & { name: string; value: string });

const differs = (where: string, { name, value, predicted }: Bead, is: string): Found => ({
  kind: 'predicted',
  what: `predicted ${predicted.outcome}${predicted.reasons.map((reason) => ` ${reason}`).join('')}, was ${is}`,
  said: `${where}: ${name}=${value} ${predicted.outcome}`,
  truth: is,
});
