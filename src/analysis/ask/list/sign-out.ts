import type { Bytes } from '../../engine/base/units';
import { reasonBrief } from '../../incidents/engine/cause-words';
import { REFUSED, SERVED, SIGNED_IN } from '../../incidents/engine/example-visit';
import type { Exchange } from '../../replay/rows/exchange';
import { remedyOfLine } from '../../rules/bead-remedy';
import { requestText } from '../../rules/engine/request-words';
import { counted, listOf, s } from '../../rules/engine/sentence';
import { outcomeOf } from '../../rules/subject/cookie-record';
import type { AnswerPlace, LookedAt } from '../engine/answer';
import { type AskedRecording, defineQuestion, type QuestionExample } from '../engine/define';
import { fine, open } from '../engine/failed-request';
import { isAbout, requestsOf } from '../engine/subject';

export const signOut = defineQuestion({
  id: 'sign-out',
  text: 'Sign-out does not sign out',
  unit: 'line',
  explains: ({ kind }) => kind === 'sign-out-ineffective',
  places: placesOf,
  lookedAt,
  record: s`No request of this recording signs out. Sign in, open a page that only users see, sign out, and open that page once more.`,
});

/** Lines that should delete a cookie and do not, though there is one to delete. */
function* placesOf(asked: AskedRecording): Generator<AnswerPlace> {
  const { rows } = asked.incidents.scene;
  for (const exchange of requestsOf(asked)) {
    for (const line of exchange.lines) {
      const { name } = line.parsed;
      const outcome = outcomeOf(line);
      const isMissed = outcome === 'rejected' || (outcome === 'deleted-nothing' && line.stays.length > 0);
      if (!line.deletes || !isMissed || !isAbout(asked, name)) continue;
      const [reason = null] = line.predicted.reasons;
      const request = requestText(exchange);
      yield {
        name,
        row: exchange.id,
        bead: `${exchange.id}/lines/${line.index}`,
        at: exchange.received?.at ?? exchange.at,
        basis: line.observed.outcome === 'not-observed' ? 'predicted' : 'observed',
        text: () =>
          outcome === 'rejected'
            ? s`The browser refused the line in the answer to ${request} that deletes ${name}: ${reasonBrief(reason)}.`
            : s`The line in the answer to ${request} that deletes ${name} deleted nothing: the cookie has another ${'Path'}, ${'Domain'} or partition.`,
        remedy: () => remedyOfLine(exchange, line, rows),
      };
    }
  }
}

function lookedAt(asked: AskedRecording): readonly LookedAt[] {
  const { signOuts, exchanges, hopsOf } = asked.incidents.scene;
  const { row } = asked.subject;
  const out = row === null ? signOuts.at(-1) : signOuts.find(({ id }) => id === row);
  const last = out === undefined ? undefined : hopsOf(out).at(-1);
  if (out === undefined || last === undefined) return [];
  const chain = hopsOf(out);
  const deleted = namesOf(chain, true);
  const before = out.cookies.filter(({ name }) => isAbout(asked, name));
  const later = exchanges.filter(({ sent, request }) => sent.seq > last.sent.seq && request !== out.request);
  const again = later.filter(({ cookies }) =>
    cookies.some((sent) => before.some((each) => isEqual(each, sent) && deleted.has(each.name))),
  );
  const request = requestText(out);
  return [
    fine(s`${request} asks to sign out, and was answered ${[String(out.status ?? '…')]}.`),
    deleted.size === 0 ? open(s`Its answer deleted no cookie.`) : fine(s`Its answer deleted ${listOf([...deleted])}.`),
    again.length === 0
      ? fine(s`None of ${[counted(later.length, 'later request')]} carried a deleted cookie with the value from before.`)
      : open(s`${[counted(again.length, 'later request')]} carried one of them with the value from before.`),
    open(
      later.length === 0
        ? s`Nothing was asked for after it: open a page that only users see.`
        : s`Whether the server ended the session shows only where a request carries its cookie again.`,
    ),
  ];
}

const namesOf = (chain: readonly Exchange[], deletes: boolean): ReadonlySet<Bytes> =>
  new Set(
    chain
      .flatMap(({ lines }) => lines)
      .filter((line) => line.deletes === deletes && outcomeOf(line) === 'deleted')
      .map(({ parsed }) => parsed.name),
  );

interface Pair {
  readonly name: Bytes;
  readonly value: Bytes;
}

const isEqual = (one: Pair, other: Pair): boolean => one.name === other.name && one.value === other.value;

const OUT = { ...SERVED, ask: 'POST https://shop.example/logout', status: 302, answers: { location: '/' } } as const;

export const examples = (): readonly QuestionExample[] => [
  {
    title: 'the deletion names another path, and the page is served as before',
    steps: [REFUSED, SIGNED_IN, SERVED, { ...OUT, sets: ['sid=; Path=/account; Max-Age=0; Secure'] }, SERVED],
    expect: { kind: 'incident', name: 'sid' },
  },
  {
    title: 'the deletion names another path, and nothing was asked for since',
    steps: [SIGNED_IN, SERVED, { ...OUT, sets: ['sid=; Path=/account; Max-Age=0; Secure'] }],
    expect: { kind: 'place', name: 'sid', says: 'deleted nothing' },
  },
  {
    title: 'it signs out',
    steps: [REFUSED, SIGNED_IN, SERVED, { ...OUT, sets: ['sid=; Path=/; Max-Age=0; Secure'] }, REFUSED],
    expect: { kind: 'not-visible', says: 'deleted sid' },
  },
  {
    title: 'nobody signed out',
    steps: [SIGNED_IN, SERVED],
    expect: { kind: 'not-recorded' },
  },
];
