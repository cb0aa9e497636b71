import { text } from '../../../analysis/engine/base/bytes';
import type { Identity } from '../../../analysis/engine/jar/identity';
import type { SetLine } from '../../../analysis/replay/rows/exchange';
import { type ScopePart, survivorOf } from '../../../analysis/story/scope';
import { say } from '../../../words/catalogue';
import { nameText } from '../../shared/presentation/bead-words';

/** A cookie of the jar and the one that a line names, part by part. */
export interface SurvivorRows {
  readonly jar: readonly string[];
  readonly line: readonly string[];
  /** The columns in which the two differ. */
  readonly differing: readonly number[];
}

const COLUMNS: readonly (ScopePart | 'name')[] = ['name', 'domain', 'path', 'partition'];

/** What stays in the jar beside what the line names; null = the jar holds no cookie of that name for the host. */
export function survivorRows(line: SetLine): SurvivorRows | null {
  const survivor = survivorOf(line);
  if (survivor === null) return null;
  const { cookie, parts } = survivor;
  const differing = COLUMNS.flatMap((column, index) => (column !== 'name' && parts.includes(column) ? [index] : []));
  return { jar: cells(cookie), line: cells(line.target), differing };
}

const cells = ({ name, domain, hostOnly, path, partition }: Identity): readonly string[] => [
  nameText(name),
  hostOnly ? domain : `.${domain}`,
  text(path),
  partition === null ? say('stays.none') : partition.topLevelSite,
];
