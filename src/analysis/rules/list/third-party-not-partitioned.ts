import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { CHIPS, mdnSetCookie } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

const EMBEDDED = {
  role: 'session-id',
  ask: 'GET https://widgets.example/chat',
  as: 'subdocument',
  from: 'https://shop.example',
  top: 'https://shop.example/',
  thirdParty: 'allow',
} as const;

export const thirdPartyNotPartitioned = defineRule({
  id: 'third-party-not-partitioned',
  scope: 'line',
  severity: always('note'),
  harm: 'cookie-broken',
  points: { error: 3, warning: 3, note: 3 },
  column: 'partitioned',
  title: 'Add Partitioned to what other sites embed',
  why: s`Browsers keep embedded sites from tracking people: Safari blocks their cookies, Firefox gives them a separate jar for each top-level site, Chrome’s users can block them. ${'Partitioned'} requests that separate jar and is allowed.`,
  links: [CHIPS, mdnSetCookie('partitioned')],
  applies: (line) => line.party === 'third' && !line.deletes && line.read.sameSite === 'none' && line.read.secure,
  check: (line) => (line.read.partitioned ? pass : fail({ refused: line.set.observed.outcome === 'rejected' })),
  heading: (line) => s`Add Partitioned to ${line.read.name}`,
  statements: (line, { refused }) => [
    ...(refused ? [observed(s`This browser did not store it.`, line.places)] : []),
    predicted(
      s`Where third-party cookies are blocked it is neither stored nor sent; in Firefox it has a separate jar anyway.`,
      line.places,
    ),
  ],
  fix: (line) =>
    byLine(
      line.read,
      s`Add ${'Partitioned'}.`,
      [{ kind: 'add-flag', flag: 'partitioned' }],
      s`It will not be the same cookie on another site: counting visitors across sites stops working.`,
    ),
});

export const examples = (): Examples => [
  aLine('an embedded chat', 'fail', 'chat=31d4d96e; Path=/; Secure; HttpOnly; SameSite=None', {
    ...EMBEDDED,
  }),
  aLine('with Partitioned', 'pass', 'chat=31d4d96e; Path=/; Secure; HttpOnly; SameSite=None; Partitioned', {
    ...EMBEDDED,
  }),
  aLine('a cookie of the site itself', 'not-applicable', 'chat=31d4d96e; Path=/; Secure; SameSite=None', {
    role: 'session-id',
  }),
];
