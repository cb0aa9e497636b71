import { ATTRIBUTE_NAMES, type AttributeName, type ParsedLine } from '../../engine/header/parsed-line';
import { SPELLING } from '../../fixes/change';
import { defineRule, fail, observed, pass, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byLine } from '../engine/fix';
import { mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

interface Repeated {
  readonly name: AttributeName;
  /** Places of all but the one that counts. */
  readonly surplus: readonly number[];
  readonly contradicts: boolean;
}

export const attributeRepeated = defineRule({
  id: 'attribute-repeated',
  scope: 'line',
  severity: { ...credentials('warning', 'note'), 'csrf-token': 'warning' },
  harm: 'cookie-broken',
  points: { error: 5, warning: 5, note: 1 },
  column: 'name',
  title: 'Write each attribute once',
  why: s`When an attribute is repeated, the last one counts. Where two parts of a system each add one, such as an application and its proxy, chance decides which one that is.`,
  links: [rfc('5.6'), mdnSetCookie('attributes')],
  applies: (line) => line.read.attributes.length > 1,
  check: (line) => {
    const found = ATTRIBUTE_NAMES.flatMap((name) => repeatedOf(line.read, name) ?? []);
    return found.length === 0 ? pass : fail({ found });
  },
  // The same said twice does no harm.
  mitigated: (_, { found }) => found.every(({ contradicts }) => !contradicts),
  heading: (line, { found }) => s`Write ${SPELLING[found[0]?.name ?? 'secure']} once on ${line.read.name}`,
  statements: (line, { found }) =>
    found.flatMap(({ name, surplus, contradicts }) => [
      observed(
        contradicts
          ? s`${SPELLING[name]} appears ${surplus.length + 1} times, with different values.`
          : s`${SPELLING[name]} appears ${surplus.length + 1} times.`,
        line.places,
      ),
      predicted(s`The last one counts.`),
    ]),
  fix: (line, { found }) =>
    byLine(
      line.read,
      s`Keep the one you want; in the present line the last one has effect.`,
      found.flatMap(({ surplus }) => surplus.map((at) => ({ kind: 'drop-at', at }) as const)),
      found.some(({ contradicts }) => contradicts) ? s`Find out which part of the system adds which one.` : null,
    ),
});

export const examples = (): Examples => [
  aLine('two answers to one question', 'fail', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax; SameSite=None', {
    role: 'session-id',
  }),
  aLine('said twice', 'fail', 'theme=dark; Path=/; Secure; Secure', { role: 'preference' }),
  aLine('each once', 'pass', 'theme=dark; Path=/; Secure', { role: 'preference' }),
];

function repeatedOf({ attributes }: ParsedLine, name: AttributeName): Repeated | null {
  const all = attributes.flatMap((attribute, at) => (attribute.known === name ? [{ attribute, at }] : []));
  if (all.length < 2) return null;
  const last = all.findLast(({ attribute }) => attribute.counts) ?? all.at(-1);
  const surplus = all.filter((one) => one !== last).map(({ at }) => at);
  const contradicts = all.some(({ attribute }) => attribute.value.toLowerCase() !== last?.attribute.value.toLowerCase());
  return { name, surplus, contradicts };
}
