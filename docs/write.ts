import { writeFileSync } from 'node:fs';
import { findingsPage } from '../src/analysis/grade/findings-page';
import { differencesPage } from './differences-page';

writeFileSync(new URL('findings.md', import.meta.url), `${findingsPage()}`);
writeFileSync(new URL('browser-differences.md', import.meta.url), differencesPage());
