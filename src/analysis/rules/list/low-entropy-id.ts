import { isPartOfOther } from '../../session/shared/role-kinds';
import { cannotTell, defineRule, fail, observed, pass, unknown } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

/** ASVS 7.2.3 asks for 128 bits; ids of 120 by padding or a fixed first letter are not worth a word. */
const WANTED = 128;
const TOLERATED = 112;
const GUESSABLE = 64;

export const lowEntropyId = defineRule({
  id: 'low-entropy-id',
  scope: 'cookie',
  severity: credentials('error'),
  harm: 'session-taken',
  points: { error: 40, warning: 10, note: 5 },
  column: 'value',
  title: 'Give ids 128 bits of randomness',
  why: s`Whoever guesses an id has the session. Length and alphabet limit how many ids there can be: short ones can be tried one after another. A long id may still be predictable, which its look cannot show.`,
  links: [asvs('7.2.3'), wstg('01'), cwe(331), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => {
    if (isPartOfOther(cookie.name, cookie.role)) return pass;
    if (cookie.role.confidence === 'low') return unknown(s`what the cookie is for`);
    const token = cookie.token();
    if (token === null || cookie.last?.value === '') return unknown(s`its value`);
    if (cookie.role.evidence.some(({ kind }) => kind === 'signed-by-cookie' || kind === 'signs-cookie')) return pass;
    // A signed or encrypted token is not guessed but forged, which its key prevents.
    const { bits, alphabet, length } = token.entropy;
    if (token.jwt !== null || token.notes.some(({ kind }) => kind === 'encrypted' || kind === 'signature-not-verified'))
      return pass;
    return bits >= TOLERATED ? pass : fail({ bits, alphabet, length });
  },
  mitigated: (_, { bits }) => bits >= GUESSABLE,
  heading: (cookie) => s`Give ${cookie.name} ${WANTED} bits of randomness`,
  statements: (cookie, { bits, alphabet, length }) => [
    observed(
      s`${length} characters of ${[alphabet]} allow at most ${bits} bits; ${WANTED} are required.`,
      cookie.lines[0]?.places ?? [],
    ),
    cannotTell(s`How random they are: that depends on the generator, which the traffic does not show.`),
  ],
  fix: () =>
    byAction(
      null,
      s`Take at least 16 octets from the system’s cryptographic generator (${'crypto.randomBytes'}, ${'secrets.token_urlsafe'}, ${'random_bytes'}), or leave ids to your framework.`,
    ),
});

export const examples = (): Examples => [
  aLine('eight digits', 'fail', 'sid=10482291; Path=/; Secure; HttpOnly; SameSite=Lax', { role: 'session-id' }),
  aLine('32 hexadecimal digits', 'pass', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly; SameSite=Lax', {
    role: 'session-id',
  }),
  aLine('26 letters and digits, as PHP makes them', 'pass', 'PHPSESSID=p3v8hjm2q1c0k9t7r5n4b6d8fa; Path=/; Secure; HttpOnly', {
    role: 'session-id',
  }),
];
