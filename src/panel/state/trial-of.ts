import { text } from '../../analysis/engine/base/bytes';
import type { StoredCookie } from '../../analysis/engine/jar/stored-cookie';
import { asJarCookie, type JarCookie } from '../../analysis/facts/jar-cookie';
import { lineOfCookie } from '../../analysis/fixes/line-of';
import type { Replay } from '../../analysis/replay/replay';
import type { Exchange, Row } from '../../analysis/replay/rows/exchange';
import { cookieKey } from '../../analysis/session/cookies/cookie-key';
import { ALONE, DIRECT, FIRST_TRIAL, type Trial, type TrialPlace, type TrialRequest } from './trial';
import type { RecordedLine } from './use-trial';

/** What is put into the Lab, and the recorded line that it is. */
export interface RecordedTrial {
  readonly trial: Trial;
  readonly source: RecordedLine | null;
}

/** A recorded line as a trial: the same line among those of its response, from the same place, as far as the recording tells. */
export function trialOf(exchange: Exchange, index: number): Trial | null {
  const lines = exchange.lines.map(({ line }) => text(line));
  const line = lines[index];
  if (line === undefined) return null;
  const around = { before: lines.slice(0, index), after: lines.slice(index + 1) };
  return { ...ALONE, ...placeOf(exchange), line, ...around, next: null, thirdParty: policyOf(exchange) };
}

/** A cookie as a trial: the last line that set it, was to set it or to delete it; where none was recorded, one that would set it. */
export function trialOfCookie(cookie: JarCookie, rows: readonly Row[]): RecordedTrial {
  const key = cookieKey(cookie);
  for (const row of rows.toReversed()) {
    if (row.kind !== 'exchange') continue;
    const index = row.lines.findLastIndex(({ target }) => cookieKey(target) === key);
    const trial = index < 0 ? null : trialOf(row, index);
    if (trial !== null) return { trial, source: { exchange: row.id, index } };
  }
  return { trial: { ...FIRST_TRIAL, line: text(lineOfCookie(cookie)), url: homeOf(cookie) }, source: null };
}

const homeOf = ({ secure, domain }: JarCookie): string => `${secure ? 'https' : 'http'}://${domain}/`;

/** A cookie and a request it went along with or stayed from: the line that set it, and then that request. */
export function trialOfSending(exchange: Exchange, cookie: StoredCookie, replay: Replay): RecordedTrial {
  const setter = replay.setterOf(cookie);
  const next = { ...placeOf(exchange), seconds: Math.max(0, Math.round((exchange.at - cookie.creation) / 1000)) };
  if (setter !== null) {
    const { exchange: from, line } = setter;
    const trial = { ...ALONE, ...placeOf(from), line: text(line.line), next, thirdParty: policyOf(exchange) };
    return { trial, source: { exchange: from.id, index: line.index } };
  }
  // Its own line was not recorded: one that makes such a cookie, from a page of its host.
  const url = `${cookie.secure ? 'https' : new URL(exchange.url).protocol.slice(0, -1)}://${cookie.domain}/`;
  const line = text(lineOfCookie(asJarCookie(cookie)));
  return {
    trial: { ...ALONE, ...DIRECT, line, url, as: 'page', top: '', method: 'GET', next, thirdParty: policyOf(exchange) },
    source: null,
  };
}

const policyOf = ({ policy }: Exchange): Trial['thirdParty'] => policy?.policy ?? 'default';

function placeOf({ sent, url }: Exchange): TrialPlace {
  const as: TrialRequest =
    sent.type === 'document' ? 'page' : sent.type === 'subdocument' ? 'frame' : sent.type === 'image' ? 'image' : 'fetch';
  const top = as === 'page' ? (sent.initiator ?? '') : (sent.topLevelUrl ?? sent.initiator ?? '');
  return {
    url,
    as,
    top: top === 'null' ? '' : top,
    method: sent.method === 'POST' ? 'POST' : 'GET',
    frames: (as === 'page' ? [] : (sent.ancestors ?? [])).slice(1),
    redirects: [],
  };
}
