import { defineRule, fail, pass, predicted } from './define';
import { aLine } from './form/example';
import { CHIPS, mdnSetCookie } from './form/link';
import { byCookie } from './form/mend';
import { s } from './form/sentence';
import { always } from './form/severity';

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
  scope: 'cookie',
  severity: always('note'),
  title: 'Add Partitioned to what other sites embed',
  why: s`Browsers keep embedded sites from following people around: Safari refuses their cookies, Firefox gives them a jar for each page, Chrome’s users can block them. ${'Partitioned'} asks for that separate jar, and is let through.`,
  links: [CHIPS, mdnSetCookie('partitioned')],
  applies: ({ last, party }) => last?.sameSite === 'none' && last.secure && party === 'third',
  check: ({ last, lines }) => ((lines[0]?.read.partitioned ?? last?.partition !== null) ? pass : fail(null)),
  heading: (cookie) => s`Add Partitioned to ${cookie.name}`,
  found: (cookie) => [
    predicted(
      s`Where third-party cookies are blocked ${cookie.name} is neither stored nor sent; in Firefox it is kept apart anyway.`,
      cookie.lines[0]?.places ?? [],
    ),
  ],
  fix: (cookie) =>
    byCookie(
      cookie,
      s`Add ${'Partitioned'}.`,
      [{ kind: 'add-flag', flag: 'partitioned' }],
      s`It will not be the same cookie on another site: what counts visitors across sites stops working.`,
    ),
  examples: [
    aLine('an embedded chat', 'fail', 'chat=31d4d96e; Path=/; Secure; HttpOnly; SameSite=None', {
      ...EMBEDDED,
    }),
    aLine('with Partitioned', 'pass', 'chat=31d4d96e; Path=/; Secure; HttpOnly; SameSite=None; Partitioned', {
      ...EMBEDDED,
    }),
    aLine('a cookie of the site itself', 'not-applicable', 'chat=31d4d96e; Path=/; Secure; SameSite=None', {
      role: 'session-id',
    }),
  ],
});
