import { DIFFERENCES } from '../src/analysis/engine/verdict/access/browsers';
import { THIRD_PARTY_DEFAULTS } from '../src/analysis/engine/verdict/access/third-party-defaults';

const HEAD = `# Where the standard and the browsers part

Written by \`npm run docs\` from the rows of \`src/analysis/engine/header/dialect.ts\` and \`src/analysis/engine/verdict/access/browsers.ts\`,
which the engine itself reads: the standard is RFC 6265bis, Chromium is 156, Firefox is 153 ESR.

| What | Standard | Chromium | Firefox | Seen |
|---|---|---|---|---|
`;

const DEFAULTS_HEAD = `
## Third-party cookies as browsers come

The rows of \`src/analysis/engine/verdict/access/third-party-defaults.ts\`. What the browser of a recording does is read from its
requests, else from its settings where the reader lets it be read; these defaults are for forecasts of other browsers.

| Browser | Third-party cookies | Source |
|---|---|---|
`;

const TAIL = `
## Where the engine does not follow a browser

\`npm run differential\` plays fresh cases to both browsers and names every class on which the engine's answer differs.
On 2026-11-28, 5,000 fresh cases a browser (seeds 1017 to 4017 and 1029 to 4029): Chromium 156 agreed on 25,124 of 25,124
decisions of storage, 15,904 of 15,904 of sending and 28,320 of 28,320 reasons; Firefox 153 on 26,087 of 26,087 of storage
and 16,815 of 16,815 of sending. 16,000 dates put together at random differed in none either.

What its judge leaves out, because nobody could tell:

- **Firefox, Max-Age=0**: when the clock goes on by a millisecond between a line and the jar (217 of 6,000 lines, fifty a
  response), Firefox 153 stores the cookie with a time that is already up, and tells extensions that it did. It is never
  sent. The engine, and the replay of such a recording, call it what it is: a deletion.
- **Octets that are not UTF-8**: DevTools and the cookies API cannot show them; what became of such a cookie is judged by
  the Cookie header of later requests.
`;

/** The text of docs/browser-differences.md. */
export function differencesPage(): string {
  const rows = Object.values(DIFFERENCES).map(({ about, spec, chromium, firefox, source }) =>
    [about, spec, chromium, firefox, source].map((cell) => String(cell ?? 'none').replaceAll('|', '\\|')).join(' | '),
  );
  const defaults = Object.values(THIRD_PARTY_DEFAULTS).map(
    ({ browser, policy, source }) => `| ${browser} | ${policy} | ${source} |`,
  );
  return `${HEAD}${rows.map((row) => `| ${row} |`).join('\n')}\n${DEFAULTS_HEAD}${defaults.join('\n')}\n${TAIL}`;
}
