import pc from 'picocolors';
import type { Paint } from '../../report/rendering/text-report';
import { printable } from '../../words/printable';

/** Where a command writes to. */
export interface Terminal {
  /** What was asked for: standard output. */
  readonly out: (text: string) => void;
  /** What else there is to say, a line each: standard error. */
  readonly note: (line: string) => void;
  readonly paint: Paint;
  /** Of Cookie Flow. */
  readonly version: string;
  /** The folder that has `dist` and `package.json`. */
  readonly home: URL;
}

/** The process's own streams. Colours only on a terminal or where FORCE_COLOR asks for them, and not where NO_COLOR forbids them. */
export function ownTerminal(command: string, { version, home }: Pick<Terminal, 'version' | 'home'>): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    // A file may have any name.
    note: (line) => void process.stderr.write(`${command}: ${printable(line)}\n`),
    // In a build (CI is set) picocolors would colour a pipe too, and so a report that is kept as a file.
    paint: pc.createColors(pc.isColorSupported && (process.stdout.isTTY === true || isForced(process.env.FORCE_COLOR))),
    version,
    home,
  };
}

const isForced = (wish: string | undefined): boolean => wish !== undefined && wish !== '' && wish !== '0';
