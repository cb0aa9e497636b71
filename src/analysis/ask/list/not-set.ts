import { siteDomain } from '../../engine/site/registrable';
import { urlParts } from '../../engine/site/url-parts';
import { reasonBrief } from '../../incidents/engine/cause-words';
import type { Cause } from '../../incidents/scene/suspect';
import type { Exchange, SetLine } from '../../replay/rows/exchange';
import { remedyOfLine } from '../../rules/bead-remedy';
import { requestText } from '../../rules/engine/request-words';
import { counted, type Sentence, s } from '../../rules/engine/sentence';
import { outcomeOf } from '../../rules/subject/cookie-record';
import { likelyReasons } from '../../rules/subject/missed';
import type { AnswerPlace, LookedAt } from '../engine/answer';
import { type AskedRecording, defineQuestion, type QuestionExample } from '../engine/define';
import { fine, open } from '../engine/failed-request';
import { isAbout, requestsOf } from '../engine/subject';

const CAUSES: ReadonlySet<Cause> = new Set<Cause>(['rejected', 'dead-on-arrival', 'not-set', 'too-large']);

export const notSet = defineQuestion({
  id: 'not-set',
  text: 'A cookie is not set',
  unit: 'line',
  explains: ({ cause, kind }) => CAUSES.has(cause) || kind === 'session-not-set',
  places: placesOf,
  lookedAt,
  record: s`Record the answer that should set the cookie: open this panel, then load the page or sign in again.`,
});

function* placesOf(asked: AskedRecording): Generator<AnswerPlace> {
  const { rows } = asked.incidents.scene;
  for (const exchange of requestsOf(asked)) {
    for (const line of exchange.lines.toReversed()) {
      const { name } = line.parsed;
      const text = lineText(exchange, line);
      if (text === null || !isAbout(asked, name)) continue;
      yield {
        name,
        row: exchange.id,
        bead: `${exchange.id}/lines/${line.index}`,
        at: exchange.received?.at ?? exchange.at,
        basis: outcomeOf(line) === null ? 'cannot-tell' : line.observed.outcome === 'not-observed' ? 'predicted' : 'observed',
        text: () => text,
        remedy: () => remedyOfLine(exchange, line, rows),
      };
    }
  }
}

/** What kept a line from setting its cookie; null = nothing did. */
function lineText(exchange: Exchange, line: SetLine): Sentence | null {
  const { name } = line.parsed;
  const outcome = outcomeOf(line);
  const [reason = null] = likelyReasons(line.predicted);
  const answer = s`the answer to ${requestText(exchange)}`;
  if (outcome === 'rejected' && !line.deletes) return s`The browser refused ${name} in ${answer}: ${reasonBrief(reason)}.`;
  if (outcome === 'dead-on-arrival')
    return s`${name} had expired when ${answer} arrived, by the browser’s clock: it was not kept.`;
  if (outcome === null && reason === 'credentials-omitted')
    return s`${name} may not have been kept: nothing shows that the page asked for ${requestText(exchange)} with credentials.`;
  return null;
}

function lookedAt(asked: AskedRecording): readonly LookedAt[] {
  const { name, row } = asked.subject;
  const requests = [...requestsOf(asked)];
  const lines = requests.flatMap((exchange) => exchange.lines.map((line) => ({ exchange, line })));
  const own = lines.filter(({ line }) => isAbout(asked, line.parsed.name) && !line.deletes);
  const [only] = requests;
  if (row !== null && only !== undefined && own.length === 0) return [lineMissing(only, name)];
  if (own.length === 0) return name === null || !isKnown(name, asked) ? [] : [open(s`No answer of this recording sets ${name}.`)];
  const decided = own.filter(({ line }) => outcomeOf(line) !== null);
  const [first] = own;
  return [
    own.length === 1 && first !== undefined
      ? fine(s`The answer to ${requestText(first.exchange)} set ${first.line.parsed.name}.`)
      : fine(s`${[counted(decided.length, 'line')]} of ${'Set-Cookie'} did what they say.`),
    ...(decided.length < own.length ? [open(s`Of ${[counted(own.length - decided.length, 'line')]} it is not known.`)] : []),
  ];
}

function lineMissing(exchange: Exchange, name: string | null): LookedAt {
  const what = name === null ? s`no ${'Set-Cookie'} line` : s`no ${'Set-Cookie'} line for ${name}`;
  const from = exchange.fromCache ? s` It came from the browser’s cache.` : s` The browser had nothing to keep.`;
  return open(s`The answer to ${requestText(exchange)} has ${what}: the server did not set it.${from}`);
}

/** Whether a cookie of this name was ever heard of. */
const isKnown = (name: string, { incidents: { scene } }: AskedRecording): boolean =>
  scene.exchanges.some(
    ({ cookies, url }) =>
      cookies.some((sent) => sent.name === name) ||
      scene.events.of(siteDomain(urlParts(url)?.host ?? ''), name as Parameters<typeof scene.events.of>[1]).length > 0,
  );

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';

export const examples = (): readonly QuestionExample[] => [
  {
    title: 'SameSite=None without Secure is refused, and nothing fails yet',
    steps: [{ ask: 'GET https://shop.example/', sets: [`cart=${ID}; Path=/; SameSite=None`] }],
    expect: { kind: 'place', name: 'cart', says: 'SameSite=None without Secure' },
  },
  {
    title: 'the answer has no line',
    steps: [{ ask: 'POST https://shop.example/login', fields: { user: 'a', password: 'b' } }],
    about: { step: 0 },
    expect: { kind: 'not-visible', says: 'has no Set-Cookie line' },
  },
  {
    title: 'it is set',
    steps: [{ ask: 'GET https://shop.example/', sets: [`cart=${ID}; Path=/; Secure`] }],
    about: { name: 'cart' },
    expect: { kind: 'not-visible', says: 'set cart' },
  },
  {
    title: 'no answer sets a cookie',
    steps: [{ ask: 'GET https://shop.example/' }],
    expect: { kind: 'not-recorded' },
  },
];
