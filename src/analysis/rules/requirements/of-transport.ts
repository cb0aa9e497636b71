import { counted, listOf, s } from '../engine/sentence';
import type { Subjects } from '../subject/subjects';
import { failedPart, openPart, type RequirementPart, shownPart } from './requirement';

const YEAR = 365 * 86_400;

/** The parts of HSTS: over https everywhere, on every response that was seen, for a year, for subdomains. */
export function hstsParts({ site }: Subjects): readonly RequirementPart[] {
  const pages = [...site.hosts].filter(([, host]) => host.documents > 0);
  const secure = pages.filter(([, { channel }]) => channel === 'https');
  const inClear = pages.filter(([, { channel }]) => channel === 'http').map(([host]) => host);
  if (inClear.length > 0) {
    return [failedPart(s`pages come over https`, s`${listOf(inClear)} over plain http, where the header does not count.`)];
  }
  const says = s`responses say ${'Strict-Transport-Security'}`;
  if (secure.length === 0) return [openPart(says, s`No page came over https in this recording.`)];
  const without = secure.filter(([, { hsts }]) => hsts.kind === 'absent').map(([host]) => host);
  const given = secure.flatMap(([host, { hsts }]) => (hsts.kind === 'given' ? [{ host, ...hsts }] : []));
  const short = given.filter(({ maxAge }) => maxAge < YEAR).map(({ host }) => host);
  const narrow = given.filter(({ includeSubDomains }) => !includeSubDomains).map(({ host }) => host);
  const places = given.flatMap((each) => each.places);
  const partly = given.filter(({ lapses }) => lapses > 0).map(({ host }) => host);
  return [
    without.length > 0
      ? failedPart(says, s`Not those of ${listOf(without)}.`)
      : partly.length > 0
        ? failedPart(says, s`Some of ${listOf(partly)} do not.`, places)
        : given.length < secure.length
          ? openPart(says, s`The headers of some pages were not recorded.`, places)
          : shownPart(says, s`Those of ${[counted(given.length, 'host')]}, as far as recorded.`, places),
    ...(given.length === 0
      ? []
      : [
          short.length > 0
            ? failedPart(s`for a year at least`, s`${listOf(short)} for less.`, places)
            : shownPart(s`for a year at least`, s`Seen on ${[counted(given.length, 'host')]}.`, places),
          narrow.length > 0
            ? failedPart(s`for subdomains too`, s`${listOf(narrow)} without ${'includeSubDomains'}.`, places)
            : shownPart(s`for subdomains too`, s`Seen on ${[counted(given.length, 'host')]}.`, places),
        ]),
  ];
}

/** Cookies that went over plain http, this machine aside. */
export function staysEncrypted({ cookies }: Subjects): RequirementPart {
  const own = cookies.filter(({ party }) => party === 'own');
  const says = s`no cookie goes over plain http`;
  const clear = own.filter(({ sentInClear }) => sentInClear.count > 0);
  if (clear.length > 0) {
    return failedPart(
      says,
      s`${listOf(clear.map(({ name }) => name))} did.`,
      clear.flatMap(({ sentInClear }) => sentInClear.places).slice(0, 3),
    );
  }
  const sent = own.filter(({ sent }) => sent.count > 0 && sent.places.length > 0);
  return sent.length === 0
    ? openPart(says, s`No cookie was sent in this recording.`)
    : shownPart(says, s`Seen on ${[counted(sent.length, 'cookie')]} that went out.`);
}

/** Ids of sessions in addresses. */
export function noIdInAddresses({ site }: Subjects): RequirementPart {
  const says = s`no address contains a session id`;
  const [leak] = site.leaks;
  return leak === undefined
    ? shownPart(says, s`None in the addresses of this recording.`)
    : failedPart(says, s`${[leak.where === 'url' ? 'An address' : 'A Referer']} of ${leak.host} contains one.`, leak.places);
}
