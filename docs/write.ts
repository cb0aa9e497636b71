import { writeFileSync } from 'node:fs';
import { findingsPage } from '../src/analysis/grade/findings-page';

writeFileSync(new URL('findings.md', import.meta.url), `${findingsPage()}`);
