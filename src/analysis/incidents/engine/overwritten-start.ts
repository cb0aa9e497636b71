import type { Exchange } from '../../replay/rows/exchange';
import { byAction } from '../../rules/engine/fix';
import { requestText } from '../../rules/engine/request-words';
import { s } from '../../rules/engine/sentence';
import { resolve } from '../../session/requests/address';
import { locationOf } from '../../session/requests/visit';
import { providerOf } from '../scene/returning';
import type { Suspect } from '../scene/suspect';
import { authorityOf } from '../scene/transaction-start';
import type { FailureCase, Found } from './define';
import { remedyFor } from './remedy';

type Words = Pick<Found, 'heading' | 'brief' | 'why' | 'remedy'>;

/**
 * What is said of a cookie that was set as a sign-in began and that another answer overwrote or deleted before this one came back;
 * null = it was lost in another way.
 * @param what "Sign-in through idp.example", say
 */
export function overwrittenWords(suspect: Suspect, what: Found['title'], one: FailureCase): Words | null {
  const { cause, lostAt, name } = suspect;
  if (lostAt?.kind !== 'line' || (cause !== 'overwritten' && cause !== 'deleted')) return null;
  const { failure, scene } = one;
  const by = lostAt.exchange;
  const brought = by.cookies.find((sent) => sent.name === name)?.value;
  const isOlder = brought !== undefined && brought !== suspect.source?.line.parsed.value;
  const isSecond = cause === 'deleted' || !isOlder || leadsAway(by, one);
  const done = [cause === 'deleted' ? 'deleted' : 'replaced'];
  return isSecond
    ? {
        heading: s`${what} fails: ${name} is the one of another sign-in at ${requestText(failure.exchange)}`,
        brief: s`replaced by another sign-in`,
        why: s`${requestText(by)} of another sign-in ${done} ${name} before the answer to this one came.`,
        remedy: () => remedyFor(secondSignIn(suspect), suspect, scene),
      }
    : {
        heading: s`${what} fails: ${name} was overwritten before ${requestText(failure.exchange)}`,
        brief: s`overwritten by the answer to another request`,
        why: s`The answer to ${requestText(by)} wrote ${name} after it had been set for this sign-in. What that had put into ${name} was gone when the other site answered.`,
        remedy: () =>
          remedyFor(
            byAction(
              null,
              s`Write ${name} only in answers that change it: that to ${requestText(by)} puts the session back as it was before. Or keep what a sign-in needs in a cookie of its own, or the session on the server.`,
            ),
            suspect,
            scene,
          ),
      };
}

/** Whether the answer that took its place began a sign-in of its own. */
function leadsAway(by: Exchange, { failure, scene }: FailureCase): boolean {
  const provider = providerOf(failure.exchange, scene);
  const location = locationOf(by);
  const next = location === null ? [] : [resolve(location, by.url)];
  const later = scene.hopsOf(by).flatMap(({ hop, url }) => (hop > by.hop ? [url] : []));
  return [...next, ...later].some((url) => authorityOf(url) === provider);
}

const secondSignIn = ({ name, lostAt }: Suspect) =>
  byAction(
    null,
    lostAt?.kind === 'line' && lostAt.exchange.sent.type !== 'document'
      ? s`Begin no sign-in in answer to ${requestText(lostAt.exchange)}: nobody can sign in there. Answer ${'401'} to scripts and pictures. Or name the cookie after the sign-in that it belongs to, as ${`${name}.<first letters of state>`}.`
      : s`Name the cookie after the sign-in that it belongs to, as ${`${name}.<first letters of state>`}, so that two sign-ins at a time do not share one.`,
  );
