import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { ROOT } from './source-files';

/** Made by a command, so not in a fresh checkout. */
const MADE = /^(?:dist|\.cache|node_modules)\//;
const FILE = /^[\w.@-]+(?:\/[\w.@-]+)*\.(?:tsx?|m?js|json|css|html|md)$/;
const FOLDER = /^[\w.@-]+(?:\/[\w.@-]+)*\/$/;
/** From a folder at the top, whatever it ends in. */
const FROM_ROOT = /^(?:src|test|docs|playground|bench)(?:\/[\w.@-]+)+$/;

/** A text that names files, and where it stands. */
export interface Document {
  /** From the repository's root: `docs/formats.md`. */
  readonly path: string;
  readonly text: string;
}

/** What a repository has: for tests of the check itself. */
export interface Present {
  readonly exists: (path: string) => boolean;
  readonly scripts: ReadonlySet<string>;
}

export const REPOSITORY: Present = {
  exists: (path) => existsSync(join(ROOT, path)),
  scripts: new Set(Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts)),
};

/**
 * Files, folders, links and npm scripts that a Markdown file names and that do not exist, one sentence each. A path in
 * backticks counts from the document's folder or any above it, or from `src`; a link counts from the document's folder.
 */
export function deadNames({ path, text }: Document, { exists, scripts }: Present): readonly string[] {
  const named = [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].flatMap(([, name = '']) =>
    isPath(name) && !basesOf(path).some((base) => exists(posix.join(base, name))) ? [name] : [],
  );
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].flatMap(([, to = '']) =>
    exists(posix.join(dirname(path), to)) ? [] : [to],
  );
  const called = [...text.matchAll(/npm run (?:-s |--silent )?([\w:-]+)/g)].flatMap(([, script = '']) =>
    scripts.has(script) ? [] : [script],
  );
  return [
    ...[...named, ...linked].map((name) => `${path} names ${name}, which does not exist: write the path it has now`),
    ...called.map((script) => `${path} names npm run ${script}, which package.json lacks: write the script it is called now`),
  ];
}

/** Files that a comment of a TypeScript file names in backticks and that do not exist. */
export function deadComments({ path, text }: Document, { exists }: Present): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const [comment = ''] = /(?:\/\/|^\s*\/?\*).*/.exec(line) ?? [];
    return [...comment.matchAll(/`([^`\n]+\.tsx?)`/g)].flatMap(([, name = '']) =>
      FILE.test(name) && !basesOf(path).some((base) => exists(posix.join(base, name)))
        ? [`${path}:${index + 1} names ${name}, which does not exist: write the path it has now`]
        : [],
    );
  });
}

const isPath = (name: string): boolean =>
  [FILE, FOLDER, FROM_ROOT].some((form) => form.test(name)) && !MADE.test(name) && !/^\.\w+$/.test(name);

/** Its folder, all above it, and `src`. */
function basesOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return [...parts.map((_, at) => parts.slice(0, parts.length - at).join('/')), '.', 'src'];
}

/** Blocks of code show commands and trees; their paths are examples. */
const withoutBlocks = (text: string): string => text.replace(/```[\s\S]*?```/g, '');
