import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../../report/model/read-report';
import { REPORT_FORMAT, REPORT_VERSION, type Report } from '../../report/model/report-schema';
import type { FileReport } from '../../report/report-on';
import { RunError, UsageError } from '../command/command';
import { makeFolder, meaningOf, readJson, readOctets, statusOf, writeContent } from '../command/files';
import type { FileAuditOptions } from './audited-file';

const NAME_LENGTH = 60;
const HASH_LENGTH = 10;

/** Of which results are kept. It is no report: `merge` passes it over. */
const OPTIONS_FILE = '.cookie-flow-options';

/** What results depend on beside the target. */
export interface ResultOptions {
  /** Of Cookie Flow. */
  readonly version: string;
  readonly rules: FileAuditOptions;
  /** That visits pages; null = no page is visited. */
  readonly browser: string | null;
  /** A digest of the script that goes before each visit; null = none does. */
  readonly script: string | null;
}

/** The folder of `--out`: one report a site, written whole or not at all, so that a run that was stopped is taken up again. */
export class ResultFolder {
  readonly #folder: string;

  /** @throws RunError where the folder cannot be made, UsageError where it has results of other options */
  constructor(folder: string, options: ResultOptions) {
    this.#folder = folder;
    makeFolder(folder);
    this.#claim(JSON.stringify(options));
  }

  #claim(options: string): void {
    const path = join(this.#folder, OPTIONS_FILE);
    if (statusOf(path) === null) writeContent(path, options);
    else if (new TextDecoder().decode(readOctets(path)) !== options)
      throw new UsageError(
        `${this.#folder} has results of another script, of other options or of another version. Choose another folder for --out, or remove it.`,
      );
  }

  /** What was found of a target before; null = nothing, it could not be read then, or it is a file that was written since. @throws RunError */
  finished(target: string): FileReport | null {
    const path = this.#pathOf(target);
    const kept = statusOf(path);
    if (kept === null || (statusOf(target)?.mtimeNs ?? 0n) > kept.mtimeNs) return null;
    const report = readReport(readJson(path));
    if (report === null) throw new RunError(`${path} is no report of Cookie Flow. Choose another folder for --out.`);
    const [recording] = report.recordings;
    return recording === undefined ? null : { kind: 'reported', recording };
  }

  /** @throws RunError where it cannot be written: then nothing is left of it */
  keep(target: string, result: FileReport): void {
    const report: Report = {
      format: REPORT_FORMAT,
      version: REPORT_VERSION,
      recordings: result.kind === 'reported' ? [result.recording] : [],
      unread: result.kind === 'reported' ? [] : [{ file: target, why: result.why }],
      failures: [],
    };
    const path = this.#pathOf(target);
    const whole = `${path}.part`;
    try {
      writeContent(whole, `${JSON.stringify(report, null, 2)}\n`);
      renameSync(whole, path);
    } catch (error) {
      rmSync(whole, { force: true });
      throw error instanceof RunError ? error : new RunError(`${path} cannot be written: ${meaningOf(error)}.`);
    }
  }

  /** A name that can be read, and a digest, for two addresses may read alike. */
  #pathOf(target: string): string {
    const readable = target
      .replace(/^https?:\/\//i, '')
      .replace(/[^a-z0-9.]+/gi, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, NAME_LENGTH);
    const hash = createHash('sha256').update(target).digest('hex').slice(0, HASH_LENGTH);
    return join(this.#folder, `${readable}-${hash}.json`);
  }
}
