import { siteDomain } from '../../engine/site/registrable';
import { urlParts } from '../../engine/site/url-parts';
import { causeSentence } from '../../incidents/engine/cause-words';
import { remedyOfSuspect } from '../../incidents/engine/remedy';
import type { Scene } from '../../incidents/scene/scene';
import type { Cause } from '../../incidents/scene/suspect';
import { whyMissing } from '../../incidents/scene/suspects';
import type { Exchange } from '../../replay/rows/exchange';
import { requestText } from '../../rules/engine/request-words';
import { counted, s } from '../../rules/engine/sentence';
import { likelyReasons } from '../../rules/subject/missed';
import type { AnswerPlace, LookedAt } from '../engine/answer';
import { type AskedRecording, defineQuestion, type QuestionExample } from '../engine/define';
import { fine, open } from '../engine/failed-request';
import { isAbout, requestsOf } from '../engine/subject';

const CAUSES: ReadonlySet<Cause> = new Set<Cause>(['withheld', 'expired', 'deleted', 'evicted', 'other-host', 'other-partition']);

export const notSent = defineQuestion({
  id: 'not-sent',
  text: 'A cookie is not sent',
  unit: 'request',
  explains: ({ cause }) => CAUSES.has(cause),
  places: placesOf,
  lookedAt,
  record: s`Record the answer that sets the cookie, and then the request that goes without it.`,
});

function* placesOf(asked: AskedRecording): Generator<AnswerPlace> {
  const { scene } = asked.incidents;
  for (const exchange of requestsOf(asked)) {
    if (asked.subject.name !== null) {
      const place = placeOf(asked.subject.name, exchange, scene);
      if (place !== null) yield place;
      continue;
    }
    for (const { cookie, predicted } of exchange.withheld) {
      // Another path is how a cookie is kept to its part of a site: who means one names it.
      if (likelyReasons(predicted)[0] === 'path-mismatch' && asked.subject.row === null) continue;
      const place = placeOf(cookie.name, exchange, scene);
      if (place !== null) yield place;
    }
  }
}

/** Why a cookie of this name did not go with a request; null = it did, or is not known. */
function placeOf(name: AnswerPlace['name'], exchange: Exchange, scene: Scene): AnswerPlace | null {
  const host = urlParts(exchange.url)?.host;
  if (host === undefined) return null;
  const request = { exchange, host, site: siteDomain(host) };
  const suspect = whyMissing(name, request, scene);
  if (suspect === null || suspect.cause === 'shadowed') return null;
  const index = suspect.withheld === null ? -1 : exchange.withheld.indexOf(suspect.withheld);
  return {
    name,
    row: exchange.id,
    bead: index < 0 ? null : `${exchange.id}/withheld/${index}`,
    at: exchange.at,
    basis: suspect.basis,
    text: () => causeSentence(suspect, request),
    remedy: () => remedyOfSuspect(suspect, { exchange, isNeeded: false }, scene),
  };
}

function lookedAt(asked: AskedRecording): readonly LookedAt[] {
  const requests = [...requestsOf(asked)];
  const { name, row } = asked.subject;
  const carrying = requests.filter(({ cookies }) => cookies.some((sent) => isAbout(asked, sent.name)));
  const [only] = requests;
  if (name === null) {
    if (carrying.length === 0) return [];
    return [fine(s`No cookie was withheld from ${[counted(requests.length, 'request')]}, as far as the jar is known.`)];
  }
  if (row !== null && only !== undefined)
    return carrying.length > 0
      ? [fine(s`${requestText(only)} carried ${name}.`)]
      : [
          open(
            s`${requestText(only)} went without ${name}: the jar held none for it, and no answer of this recording set it before.`,
          ),
        ];
  return carrying.length === 0
    ? []
    : [
        fine(s`${name} went along with ${[counted(carrying.length, 'request')]}.`),
        open(s`Whether it had the value that the server expects is not visible.`),
      ];
}

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const SETS = { ask: 'GET https://shop.example/', sets: [`cart=${ID}; Path=/; Secure; SameSite=Lax`] } as const;

export const examples = (): readonly QuestionExample[] => [
  {
    title: 'a frame of another site goes without it, and the server serves an empty cart',
    steps: [
      SETS,
      { ask: 'GET https://shop.example/embed', as: 'subdocument', from: 'https://news.example', top: 'https://news.example' },
    ],
    expect: { kind: 'place', name: 'cart', says: 'SameSite=Lax' },
  },
  {
    title: 'it was refused when it was set, and is asked for at a later request',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`cart=${ID}; Path=/; SameSite=None`] },
      { ask: 'GET https://shop.example/cart', from: 'https://shop.example' },
    ],
    about: { name: 'cart', step: 1 },
    expect: { kind: 'place', name: 'cart', says: 'refused' },
  },
  {
    title: 'it is sent',
    steps: [SETS, { ask: 'GET https://shop.example/cart', from: 'https://shop.example' }],
    about: { name: 'cart', step: 1 },
    expect: { kind: 'not-visible', says: 'carried cart' },
  },
  {
    title: 'the cookie was never there',
    steps: [{ ask: 'GET https://shop.example/' }],
    about: { name: 'cart' },
    expect: { kind: 'not-recorded' },
  },
];
