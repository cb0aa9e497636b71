import type { Bytes } from '../engine/base/units';
import type { Scene } from '../incidents/scene/scene';
import type { Exchange } from '../replay/rows/exchange';
import { hostText, requestText } from '../rules/engine/request-words';

/** What a question can be about, as far as it answers to what was typed. */
export interface SubjectChoices {
  readonly names: readonly Bytes[];
  /** The latest first. */
  readonly requests: readonly Exchange[];
}

/** The names of cookies that were sent, withheld or set, and requests, by a part of their text. @param most of each */
export function subjectChoices({ exchanges }: Scene, typed: string, most: number): SubjectChoices {
  const wanted = typed.trim().toLowerCase();
  const names = new Set<Bytes>();
  const requests: Exchange[] = [];
  for (let at = exchanges.length - 1; at >= 0; at--) {
    const exchange = exchanges[at];
    if (exchange === undefined) continue;
    if (requests.length < most && isAsked(exchange) && isFound(`${requestText(exchange)} ${hostText(exchange.url)}`, wanted))
      requests.push(exchange);
    if (names.size < most) for (const name of namesIn(exchange)) if (isFound(name, wanted)) names.add(name);
  }
  return { names: [...names].slice(0, most).sort(), requests };
}

const isAsked = ({ sent, transmission }: Exchange): boolean => sent.method !== 'OPTIONS' && transmission !== 'none';

function* namesIn({ cookies, withheld, lines }: Exchange): Generator<Bytes> {
  for (const { name } of cookies) yield name;
  for (const { cookie } of withheld) yield cookie.name;
  for (const { parsed } of lines) yield parsed.name;
}

const isFound = (text: string, wanted: string): boolean => wanted === '' || text.toLowerCase().includes(wanted);
