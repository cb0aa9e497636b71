import type { CookieLife } from '../session/cookies/cookie-life';
import type { SiteSession } from '../session/site-session';
import { readToken } from '../session/values/token';
import { idName } from './id-name';
import type { Moment } from './moment';

/** Each cookie's first JWT that a response set. What it claims is read from the value when somebody looks. */
export function tokenMoments({ lives }: SiteSession): readonly Moment[] {
  return lives.flatMap(arrivalOf);
}

function arrivalOf(life: CookieLife): readonly Moment[] {
  for (const span of life.spans) {
    if (span.writer.kind !== 'response' || readToken(span.value).jwt === null) continue;
    const { exchange } = span.writer;
    return [
      {
        kind: 'token-arrived',
        at: exchange.received?.at ?? exchange.at,
        until: null,
        id: idName(life, span),
        certainty: 'observed',
        missing: [],
        exchanges: [exchange.id],
        evidence: [],
      },
    ];
  }
  return [];
}
