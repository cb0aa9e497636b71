import { rfc } from '../../rules/engine/link';
import { s } from '../../rules/engine/sentence';
import { causeSentence, consequenceClause, requestOf } from '../engine/cause-words';
import { defineKind, ofSuspect } from '../engine/define';
import type { IncidentExamples } from '../engine/example';
import { predictedJoin } from '../engine/joins';
import { goesElsewhere, otherBrowser } from '../scene/elsewhere';
import { lacksTransaction } from '../scene/returning';

const NAMES = { chromium: 'Chromium', firefox: 'Firefox', spec: 'the standard' } as const;

export const oneBrowserOnly = defineKind({
  id: 'one-browser-only',
  name: 'It works in another browser only',
  why: s`Browsers differ in what they take for a cookie, in how they treat one without ${'SameSite'}, and in third-party cookies. What one stores or sends the other may not.`,
  links: [
    rfc('5.6'),
    {
      label: 'docs/browser-differences.md',
      url: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#browser_compatibility',
    },
  ],
  applies: ({ failure: { consequence, exchange }, suspects, scene }) =>
    consequence.kind !== 'cors' && !lacksTransaction(exchange, suspects, scene),
  check: (one) =>
    one.suspects
      .filter((suspect) => goesElsewhere(suspect, one.failure, one.scene) === true)
      .slice(0, 2)
      .map((suspect) => {
        const [here, there] = [NAMES[one.scene.browser], NAMES[otherBrowser(one.scene.browser)]];
        return ofSuspect(suspect, one, {
          title: s`It works in ${[there]}, not in ${[here]}`,
          heading: s`${requestOf(one.failure)} ${consequenceClause(one.failure)} in ${[here]}: ${suspect.name} is there in ${[there]}`,
          why: causeSentence(suspect, one.failure),
          more: [
            predictedJoin(
              s`${[there]}, as it comes, would have ${[suspect.cause === 'rejected' ? 'stored' : 'sent']} ${suspect.name}.`,
            ),
          ],
        });
      }),
});

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const FROM = { from: 'https://shop.example' } as const;

export const examples = (): IncidentExamples => [
  {
    title: 'a link on another site in Chromium: a cookie without SameSite is Lax there, and the form posts',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      { ...FROM, ask: 'GET https://shop.example/cart' },
      {
        ask: 'POST https://shop.example/payment/done',
        from: 'https://bank.example',
        after: 200,
        fields: { order: '1' },
        status: 302,
        answers: { location: '/login' },
      },
    ],
    expect: { cookie: 'sid', cause: 'withheld', confidence: 'likely' },
  },
  {
    title: 'a partner’s form opens the shop, which takes the visitor for somebody new',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`sid=${ID}; Path=/; Secure; HttpOnly`] },
      { ...FROM, ask: 'GET https://shop.example/cart' },
      {
        ask: 'POST https://shop.example/cart/add',
        from: 'https://partner.example',
        after: 200,
        fields: { item: '1' },
        sets: ['sid=9f2c71d0a4e85b3631d4d96e407aad42; Path=/; Secure; HttpOnly'],
      },
    ],
    expect: { cookie: 'sid', cause: 'withheld' },
  },
  {
    title: 'both browsers keep it back',
    steps: [
      { ask: 'GET https://shop.example/', sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`] },
      { ask: 'POST https://shop.example/payment/done', from: 'https://bank.example', after: 200, fields: { order: '1' } },
    ],
    expect: null,
  },
];
