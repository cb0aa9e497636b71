import { writeFileSync } from 'node:fs';
import { differencesPage } from './differences-page';
import { findingsPage } from './findings-page';
import { incidentsPage } from './incidents-page';
import { labExamplesText } from './lab-examples';
import { schemaFiles } from './schema-files';

writeFileSync(new URL('findings.md', import.meta.url), findingsPage());
writeFileSync(new URL('incidents.md', import.meta.url), incidentsPage());
writeFileSync(new URL('browser-differences.md', import.meta.url), differencesPage());
for (const [name, text] of schemaFiles()) writeFileSync(new URL(`schemas/${name}`, import.meta.url), text);
writeFileSync(new URL('../src/panel/lab/examples.json', import.meta.url), labExamplesText());
