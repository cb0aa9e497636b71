import type { Incident } from '../../incidents/incidents';
import { tokenOf } from '../../incidents/scene/token-of';
import type { Exchange } from '../../replay/rows/exchange';
import { s } from '../../rules/engine/sentence';
import { REFUSALS_OF_FORGERY } from '../../session/csrf/refusals';
import type { LookedAt } from '../engine/answer';
import { type AskedRecording, defineQuestion, type QuestionExample } from '../engine/define';
import { fine, lookedAtRequest, open } from '../engine/failed-request';
import { requestsOf } from '../engine/subject';

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export const refusedRequest = defineQuestion({
  id: 'refused',
  text: '403 on a POST',
  unit: 'request',
  explains: (incident, asked) => incident.kind === 'csrf-check' || isOfRefused(incident, asked),
  places: () => [],
  lookedAt,
  record: s`No request that sends something was refused in this recording. Load the page with the form, then send it.`,
});

const isRefused = ({ sent, status }: Exchange): boolean => !READING.has(sent.method) && REFUSALS_OF_FORGERY.has(status);

function isOfRefused({ consequence, rows }: Incident, { incidents: { scene } }: AskedRecording): boolean {
  if (consequence.kind !== 'status') return false;
  const row = scene.exchanges.find(({ id }) => id === rows[0]);
  return row !== undefined && isRefused(row);
}

function lookedAt(asked: AskedRecording): readonly LookedAt[] {
  for (const exchange of requestsOf(asked)) {
    if (asked.subject.row === null && !isRefused(exchange)) continue;
    return [...lookedAtRequest(exchange, asked.incidents.scene), ...token(exchange)];
  }
  return [];
}

function token(exchange: Exchange): readonly LookedAt[] {
  const found = tokenOf(exchange);
  if (found !== null)
    return [
      fine(s`It carried the token against forgery ${found.name} in a ${[found.where === 'header' ? 'header' : 'form field']}.`),
    ];
  return exchange.sent.fields === null && exchange.sent.method !== 'GET'
    ? [open(s`Its body was not read: whether it held a token against forgery is not known.`)]
    : [open(s`It carried no token against forgery, in no header and no form field.`)];
}

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const TOKEN = '9f2c71d0a4e85b3631d4d96e407aad42';

export const examples = (): readonly QuestionExample[] => [
  {
    title: 'the token’s cookie stayed, for the form is inside another site’s page',
    steps: [
      {
        ask: 'GET https://shop.example/form',
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=None`, `csrftoken=${TOKEN}; Path=/; Secure; SameSite=Lax`],
      },
      {
        ask: 'POST https://shop.example/save',
        as: 'subdocument',
        from: 'https://shop.example',
        top: 'https://portal.example',
        fields: { csrfmiddlewaretoken: TOKEN, text: 'a' },
        status: 403,
      },
    ],
    expect: { kind: 'incident' },
  },
  {
    title: 'everything went along, and the user may not',
    steps: [
      {
        ask: 'GET https://shop.example/form',
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly`, `csrftoken=${TOKEN}; Path=/; Secure`],
      },
      {
        ask: 'POST https://shop.example/admin',
        from: 'https://shop.example',
        fields: { csrfmiddlewaretoken: TOKEN, text: 'a' },
        status: 403,
      },
    ],
    expect: { kind: 'not-visible', says: 'carried sid and csrftoken' },
  },
  {
    title: 'nothing was refused',
    steps: [{ ask: 'GET https://shop.example/form' }, { ask: 'POST https://shop.example/save', from: 'https://shop.example' }],
    expect: { kind: 'not-recorded' },
  },
];
