import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const READING = {
  strict: true,
  skipLibCheck: true,
  module: 'esnext',
  moduleResolution: 'bundler',
  target: 'es2023',
  lib: ['es2023', 'dom'],
  types: ['node'],
};

/** The entries of the package that have types: the file below src, and the name in the package. */
const TYPED_ENTRIES = { index: 'src/library/index.ts', playwright: 'src/playwright/index.ts' } as const;
type TypedEntry = keyof typeof TYPED_ENTRIES;

/** Where the committed texts of the public surface are. */
export const REPORTS = 'docs/api';

interface Folders {
  /** For the files of types, one an entry. */
  readonly declarations: string;
  /** For the texts of the public surface, one an entry. */
  readonly reports: string;
}

/**
 * Makes of each entry one file of types that needs no other, and the text of its public surface.
 * @param folders are there
 * @throws where something public depends on a type that is not
 */
export function writeDeclarations(folders: Folders): void {
  const types = mkdtempSync(join(tmpdir(), 'cookie-flow-types-'));
  try {
    const tsconfig = { ...compilerOptions(types), files: Object.values(TYPED_ENTRIES).map((file) => resolve(file)) };
    writeFileSync(join(types, 'tsconfig.json'), JSON.stringify(tsconfig));
    execFileSync('npx', ['tsc', '-p', join(types, 'tsconfig.json')], { stdio: 'inherit' });
    for (const entry of Object.keys(TYPED_ENTRIES) as TypedEntry[]) extract(entry, types, folders);
  } finally {
    rmSync(types, { recursive: true });
  }
}

const compilerOptions = (outDir: string) => ({
  extends: resolve('tsconfig.json'),
  compilerOptions: {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir,
    rootDir: resolve('src'),
    typeRoots: [resolve('node_modules/@types')],
  },
  include: [],
});

/** What is not told of a type that is plain: every exported thing has a comment, its members where the name does not say all. */
const MESSAGES = {
  compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
  extractorMessageReporting: {
    default: { logLevel: ExtractorLogLevel.Error },
    'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
    'ae-undocumented': { logLevel: ExtractorLogLevel.None },
  },
  tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
};

function extract(entry: TypedEntry, types: string, { declarations, reports }: Folders): void {
  const entryPoint = join(types, TYPED_ENTRIES[entry].replace(/^src/, '').replace(/\.ts$/, '.d.ts'));
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: resolve('.'),
      mainEntryPointFilePath: entryPoint,
      compiler: { overrideTsconfig: { compilerOptions: READING, files: [entryPoint] } },
      apiReport: { enabled: true, reportFileName: `${entry}.api.md`, reportFolder: reports, reportTempFolder: types },
      docModel: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: join(declarations, `${entry}.d.ts`) },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: MESSAGES,
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  });
  const faults: string[] = [];
  const { succeeded } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      if (message.logLevel === ExtractorLogLevel.Error) faults.push(message.formatMessageWithLocation(types));
      message.handled = true;
    },
  });
  if (!succeeded) throw new Error(`The types of ${entry} cannot be put together:\n${faults.join('\n')}`);
}
