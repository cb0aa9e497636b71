import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPORTS, writeDeclarations } from './declarations';

// `npm run api`: writes the public surface of the npm package again, for the change to be read before it is committed.
const declarations = mkdtempSync(join(tmpdir(), 'cookie-flow-api-'));
mkdirSync(REPORTS, { recursive: true });
writeDeclarations({ declarations, reports: REPORTS });
rmSync(declarations, { recursive: true });
