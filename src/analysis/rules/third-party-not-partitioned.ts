import { defineRule, fail, observed, pass, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { CHIPS, mdnSetCookie } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { always } from './form/severity';
import { outcomeOf } from './subject/cookie-record';

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
  title: 'Add Partitioned to what other sites embed',
  why: s`Browsers keep embedded sites from following people around: Safari refuses their cookies, Firefox gives them a jar for each page, Chrome’s users can block them. ${'Partitioned'} asks for that separate jar, and is let through.`,
  links: [CHIPS, mdnSetCookie('partitioned')],
  applies: (line) => line.party === 'third' && !line.deletes && line.read.sameSite === 'none' && line.read.secure,
  check: (line) => (line.read.partitioned ? pass : fail({ refused: outcomeOf(line.set) === 'rejected' })),
  heading: (line) => s`Add Partitioned to ${line.read.name}`,
  found: (line, { refused }) => [
    ...(refused ? [observed(s`This browser did not store it.`, line.places)] : []),
    predicted(
      s`Where third-party cookies are blocked it is neither stored nor sent; in Firefox it is kept apart anyway.`,
      line.places,
    ),
  ],
  fix: (line) =>
    byLine(
      line.read,
      s`Add ${'Partitioned'}.`,
      [{ kind: 'add-flag', flag: 'partitioned' }],
      s`It will not be the same cookie on another site: what counts visitors across sites stops working.`,
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
