import { Jar } from '../../engine/jar/jar';
import { accessOf } from '../../engine/verdict/access/access';
import { decideSend } from '../../engine/verdict/on-send';
import { decideSet } from '../../engine/verdict/on-set';
import type { Reason } from '../../engine/verdict/verdict';
import { reasonBrief } from '../../incidents/engine/cause-words';
import { otherBrowser } from '../../incidents/scene/elsewhere';
import type { Scene } from '../../incidents/scene/scene';
import { originOf } from '../../replay/requests/origin';
import type { Exchange, SetLine } from '../../replay/rows/exchange';
import { remedyOfLine, remedyOfWithheld } from '../../rules/bead-remedy';
import { requestText } from '../../rules/engine/request-words';
import { counted, type Sentence, s } from '../../rules/engine/sentence';
import { outcomeOf } from '../../rules/subject/cookie-record';
import { likelyReasons } from '../../rules/subject/missed';
import { cookieKey } from '../../session/cookies/cookie-key';
import type { AnswerPlace, LookedAt } from '../engine/answer';
import { type AskedRecording, defineQuestion, type QuestionExample } from '../engine/define';
import { fine, open } from '../engine/failed-request';
import { isAbout, requestsOf } from '../engine/subject';

const NAMES = { chromium: 'Chrome', firefox: 'Firefox', spec: 'the standard' } as const;
/** So many cookies and lines that differ from one another are judged once more. */
const MOST = 500;

export const oneBrowser = defineQuestion({
  id: 'one-browser',
  text: 'It works in Chrome, not in Firefox, or the other way round',
  unit: 'request',
  explains: ({ kind }) => kind === 'one-browser-only',
  places: placesOf,
  lookedAt,
  record: s`Record what works or fails, in either browser: what the other would do with the same cookies is computed.`,
});

function* placesOf(asked: AskedRecording): Generator<AnswerPlace> {
  const judged = new Set<string>();
  for (const exchange of requestsOf(asked)) {
    for (const [key, judge] of casesOf(exchange, asked)) {
      if (judged.has(key) || judged.size >= MOST) continue;
      judged.add(key);
      const place = judge();
      if (place !== null) yield place;
    }
  }
}

/** What the other browser is asked of an exchange, by what makes it the same question. */
function* casesOf(exchange: Exchange, asked: AskedRecording): Generator<readonly [string, () => AnswerPlace | null]> {
  const { scene } = asked.incidents;
  const way = `${exchange.sent.method} ${exchange.sent.type} ${exchange.sent.initiator} ${originOf(exchange.url)}`;
  for (const line of exchange.lines)
    if (isAbout(asked, line.parsed.name)) yield [`${shapeOf(line)} ${way}`, () => lineElsewhere(exchange, line, scene)];
  for (const [index, { cookie, predicted, agreement }] of exchange.withheld.entries())
    if (isAbout(asked, cookie.name) && agreement !== 'differs')
      yield [
        `${cookieKey(cookie)} stays ${way}`,
        () => cookieElsewhere({ exchange, cookie, index, here: false, reason: likelyReasons(predicted)[0] ?? null }, scene),
      ];
  for (const [index, { cookie, name }] of exchange.cookies.entries())
    if (cookie !== null && isAbout(asked, name))
      yield [
        `${cookieKey(cookie)} goes ${way}`,
        () => cookieElsewhere({ exchange, cookie, index, here: true, reason: null }, scene),
      ];
}

const shapeOf = ({ line, parsed }: SetLine): string => `${parsed.name}${line.includes(';') ? line.slice(line.indexOf(';')) : ''}`;

const settings = ({ browser }: Scene) => ({ profile: otherBrowser(browser), thirdParty: 'default' }) as const;

function lineElsewhere(exchange: Exchange, line: SetLine, scene: Scene): AnswerPlace | null {
  const outcome = outcomeOf(line);
  const { url, context, at, received } = exchange;
  const access = accessOf({ url, via: 'http', context, at: received?.at ?? at, date: received?.date ?? null }, settings(scene));
  const there = decideSet(new Jar(), access, line.line);
  const here = outcome !== 'rejected';
  if (outcome === null || there.accepted === 'cannot-tell' || there.accepted === here) return null;
  const [reason = null] = here ? there.reasons : likelyReasons(line.predicted);
  const { name } = line.parsed;
  return {
    name,
    row: exchange.id,
    bead: `${exchange.id}/lines/${line.index}`,
    at: received?.at ?? at,
    basis: 'predicted',
    text: () => twoWays({ name, exchange, here, reason, verbs: ['stores', 'refuses'] }, scene),
    remedy: () => (here ? null : remedyOfLine(exchange, line, scene.rows)),
  };
}

interface OfCookie {
  readonly exchange: Exchange;
  readonly cookie: Exchange['withheld'][number]['cookie'];
  readonly index: number;
  /** Whether it was sent in the browser that was recorded. */
  readonly here: boolean;
  readonly reason: Reason | null;
}

function cookieElsewhere({ exchange, cookie, index, here, reason }: OfCookie, scene: Scene): AnswerPlace | null {
  const { url, context, at } = exchange;
  const there = decideSend(cookie, accessOf({ url, via: 'http', context, at, date: null }, settings(scene)));
  if (there.outcome === 'cannot-tell' || (there.outcome === 'sent') === here || reason === 'expired') return null;
  const { name } = cookie;
  const why = here ? (there.reasons[0] ?? null) : reason;
  return {
    name,
    row: exchange.id,
    bead: `${exchange.id}/${here ? 'cookies' : 'withheld'}/${index}`,
    at,
    basis: 'predicted',
    text: () => twoWays({ name, exchange, here, reason: why, verbs: ['sends', 'withholds'] }, scene),
    remedy: () => {
      const stayed = here ? { cookie, predicted: there, agreement: 'not-observed' as const } : exchange.withheld[index];
      return stayed === undefined ? null : remedyOfWithheld(exchange, stayed, { rows: scene.rows, isNeeded: false });
    },
  };
}

interface TwoWays {
  readonly name: string;
  readonly exchange: Exchange;
  readonly here: boolean;
  readonly reason: Reason | null;
  /** What the browser does that lets it, and what the other does. */
  readonly verbs: readonly [string, string];
}

/** "Chrome sends sid with GET /embed; Firefox withholds it: …". */
function twoWays({ name, exchange, here, reason, verbs: [lets, does] }: TwoWays, { browser }: Scene): Sentence {
  const [own, other] = [NAMES[browser], NAMES[otherBrowser(browser)]];
  const [with_, without] = here ? [own, other] : [other, own];
  const at = lets === 'sends' ? s`with ${requestText(exchange)}` : s`from the answer to ${requestText(exchange)}`;
  return s`${[with_]} ${[lets]} ${name} ${at}; ${[without]} ${[does]} it: ${reasonBrief(reason)}.`;
}

function lookedAt(asked: AskedRecording): readonly LookedAt[] {
  const { browser } = asked.incidents.scene;
  const judged = new Set<string>();
  let lines = 0;
  for (const exchange of requestsOf(asked)) {
    for (const [key] of casesOf(exchange, asked)) judged.add(key);
    lines += exchange.lines.length;
  }
  if (judged.size === 0) return [];
  const name = NAMES[otherBrowser(browser)];
  const looked = Math.min(judged.size, MOST);
  return [
    fine(
      s`${[counted(looked, 'cookie or line', 'cookies and lines')]} that differ from one another come out the same in ${[name]}, as it comes.`,
    ),
    ...(judged.size > looked ? [open(s`${[counted(judged.size - looked, 'earlier one')]} were not compared.`)] : []),
    ...(lines === 0 ? [open(s`No answer sets a cookie in this recording: what was set before it began is not compared.`)] : []),
    open(s`What the other browser’s settings and extensions block, and what scripts write there, is not in this recording.`),
  ];
}

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';

export const examples = (): readonly QuestionExample[] => [
  {
    title: 'a payment comes back by a form, and the session has no SameSite',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      { ask: 'GET https://shop.example/cart', from: 'https://shop.example' },
      { ask: 'POST https://shop.example/paid', from: 'https://bank.example', after: 200, fields: { order: '1' } },
    ],
    expect: { kind: 'place', name: 'sid', says: 'Firefox sends sid' },
  },
  {
    title: 'recorded where it works: Chrome would keep the cookie back',
    browser: 'firefox',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      { ask: 'POST https://shop.example/paid', from: 'https://bank.example', after: 200, fields: { order: '1' } },
    ],
    expect: { kind: 'place', name: 'sid', says: 'Chrome withholds it' },
  },
  {
    title: 'both do the same',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`] },
      { ask: 'GET https://shop.example/cart', from: 'https://shop.example' },
    ],
    expect: { kind: 'not-visible', says: 'come out the same in Firefox' },
  },
  {
    title: 'no cookie at all',
    steps: [{ ask: 'GET https://shop.example/' }],
    expect: { kind: 'not-recorded' },
  },
];
