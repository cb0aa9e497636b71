import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which code is in the build. */
export interface Used {
  readonly name: string;
  readonly version: string;
  /** As its package.json says: an SPDX expression. */
  readonly licence: string;
  /** Where its source is. */
  readonly source: string;
  /** The text of its licence, its copyright line included. */
  readonly text: string;
}

/** Works of others that a package brings along. */
const WITHIN: Readonly<Record<string, string>> = {
  tldts:
    'It contains the Public Suffix List, licensed under MPL-2.0 (https://www.mozilla.org/MPL/2.0/).\n' +
    'Source of the list: https://publicsuffix.org/list/public_suffix_list.dat',
};

const RULE = '-'.repeat(80);

/** Puts our licence and the notices of every package whose code is in the bundle beside it. */
export function notices(): Plugin {
  return {
    name: 'notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
      const folders = new Set(modules.map(folderOf).filter((folder) => folder !== null));
      this.emitFile({ type: 'asset', fileName: 'LICENSE', source: readFileSync('LICENSE', 'utf8') });
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source: noticesText([...folders].map(usedIn)) });
    },
  };
}

/** The folder of the package that a module is of; null = it is ours, or the bundler's own. */
export function folderOf(module: string): string | null {
  return /[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.[0] ?? null;
}

/** The same packages give the same text, in whatever order they come. */
export function noticesText(used: readonly Used[]): string {
  const sorted = used.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const list = sorted.map(({ name, version, licence }) => `${name} ${version}, ${licence}`);
  return `Cookie Flow contains code of these packages:\n\n${list.join('\n')}\n\n${sorted.map(notice).join('\n')}`;
}

function notice({ name, version, licence, source, text }: Used): string {
  const within = WITHIN[name];
  const lines = [
    RULE,
    `${name} ${version}`,
    `Licence: ${licence}`,
    `Source: ${source}`,
    ...(within ? [within] : []),
    '',
    text.trim(),
    '',
  ];
  return lines.join('\n');
}

/** @throws where a package bears no licence: nothing may be built with it */
function usedIn(folder: string): Used {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<
    Record<'name' | 'version' | 'license', string | undefined>
  >;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!name || !version || !license || !file) throw new Error(`${folder} has no name, version or licence.`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  return { name, version, licence: license, source: `https://www.npmjs.com/package/${name}/v/${version}`, text };
}
