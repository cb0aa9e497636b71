import { kinds } from '../src/analysis/incidents/all-kinds';
import { plain, type Sentence } from '../src/analysis/rules/engine/sentence';
import { kindFiles } from '../test/build/incident-examples';

/** The page of incidents, in Markdown: made from the kinds and their examples. */
export function incidentsPage(): string {
  return [
    '# Incidents',
    '',
    'Made from the kinds by `npm run docs`; do not edit.',
    '',
    `${kinds.length} kinds, in the order in which they are looked for. An incident joins a failed request to the cookie that caused it.`,
    '',
    ...kinds.map(({ id, name }) => `- [${name}](#${id})`),
    '',
    ...kinds.flatMap(({ id, name, why, links }) => [
      `## ${id}`,
      '',
      `**${name}.** ${markdown(why)}`,
      '',
      ...(kindFiles.find((file) => file.name === id)?.examples ?? []).map(
        ({ title, expect }) => `- ${expect === null ? 'No incident' : 'Incident'}: ${title}`,
      ),
      '',
      links.map(({ label, url }) => `[${label}](${url})`).join(' · '),
      '',
    ]),
  ].join('\n');
}

const markdown = (sentence: Sentence): string =>
  sentence
    .map((piece) => (typeof piece === 'string' ? piece.replace(/[*_<>[\]]/g, (char) => `\\${char}`) : `\`${plain([piece])}\``))
    .join('');
