import { instant } from '../../analysis/engine/base/units';
import { type FileFault, MOST_FAULTS, type Refusal, refusalOf } from '../reading/fault';
import { type ReadingOptions, withProgress } from '../reading/read-progress';
import type { Lack, ReadRecording } from '../recording/read-recording';
import { readRecording } from '../recording/read-recording';
import { whyBare } from './har-bare';
import { hasCookies } from './har-cookies';
import { type HarEntry, readEntry } from './har-entry';
import { HarFacts } from './har-facts';
import { type HarWriter, harWriter } from './har-writer';

type Json = Readonly<Record<string, unknown>>;

const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json);

/** A HAR file as a recording; null = it is none. */
export function readHar(json: unknown, options: ReadingOptions): ReadRecording | Refusal | null {
  if (!isObject(json)) return null;
  // Some tools leave the outer object out.
  const log = isObject(json.log) ? json.log : isEntries(json.entries) ? json : null;
  if (log === null) return null;
  if (!('entries' in log)) return 'creator' in log || 'pages' in log ? refusalOf('no-entries', 'log.entries') : null;
  const own = '_cookieFlow' in log ? readRecording(log._cookieFlow, options) : null;
  if (own !== null && own.kind === 'recording') return own;
  const path = log === json ? 'entries' : 'log.entries';
  if (!Array.isArray(log.entries)) return refusalOf('no-entries', path);
  return readEntries(log.entries, { path, log }, options);
}

interface EntriesPlace {
  /** Of the list in the file. */
  readonly path: string;
  /** What the file says of itself. */
  readonly log: Json;
}

/** Entries without a file around them, as a Playwright trace has them. */
export function readEntries(
  list: readonly unknown[],
  { path, log }: EntriesPlace,
  options: ReadingOptions,
): ReadRecording | Refusal {
  if (list.length === 0) return refusalOf('no-entries', path);
  const { entries, faults, faulty } = entriesIn(list, path, options);
  if (entries.length === 0) return faulty > 0 ? refusalOf('nothing-valid', '', '', faults) : refusalOf('no-entries', path);
  const writer = harWriter(log, entries);
  const { facts, lacks } = factsOf(entries, writer, titlesOf(log.pages), options);
  return { kind: 'recording', writer: writer.name, facts, lacks, faults, faulty };
}

const isEntries = (json: unknown): boolean => Array.isArray(json) && isObject(json[0]) && 'request' in json[0];

function entriesIn(list: readonly unknown[], path: string, options: ReadingOptions) {
  const entries: HarEntry[] = [];
  const faults: FileFault[] = [];
  let faulty = 0;
  for (const [index, json] of withProgress(list, 'checked', options)) {
    const at = `${path}[${index}]`;
    const entry = readEntry(json, at);
    if (isFaults(entry)) {
      faulty++;
      if (faults.length < MOST_FAULTS) faults.push(...entry);
    } else if (/^(?:https?|wss?):\/\/[^/?#]/i.test(entry.url) && URL.canParse(entry.url)) {
      entries.push({ ...entry, url: new URL(entry.url).href });
    } else if (!/^(?:data|blob|about|chrome|chrome-extension|devtools|moz-extension|file|javascript):/i.test(entry.url)) {
      faulty++;
      if (faults.length < MOST_FAULTS) faults.push({ place: `${at}.request.url`, kind: 'not-a-url' });
    }
  }
  return { entries, faults, faulty };
}

const isFaults = (read: HarEntry | readonly FileFault[]): read is readonly FileFault[] => Array.isArray(read);

/** Pages whose title is an address: Chrome names a page by its document. */
function titlesOf(pages: unknown): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const page of Array.isArray(pages) ? pages : []) {
    if (!isObject(page) || typeof page.id !== 'string' || typeof page.title !== 'string') continue;
    if (/^https?:\/\/[^/]/i.test(page.title) && URL.canParse(page.title)) titles.set(page.id, page.title);
  }
  return titles;
}

function factsOf(entries: readonly HarEntry[], writer: HarWriter, titles: ReadonlyMap<string, string>, options: ReadingOptions) {
  const bare = entries.some(hasCookies) ? null : whyBare(entries, writer);
  const dated = withTimes(entries);
  const made = new HarFacts(writer, titles, options.digest, bare !== null && bare !== 'none-there');
  made.start(instant(dated[0]?.start ?? 0));
  for (const [, { entry, start }] of withProgress(dated, 'converted', options)) made.add(entry, start);
  const lacks: readonly Lack[] = [
    'jar-events',
    ...(bare === null ? [] : [bareLack(bare, writer)]),
    ...(writer.isAssumed ? (['browser-assumed'] as const) : []),
    ...(entries.some(({ start }) => start === null) ? (['times'] as const) : []),
    ...made.lacks,
  ];
  return { facts: made.facts, lacks };
}

/** What a file without cookies lacks; where the site had none, nothing. */
function bareLack(bare: ReturnType<typeof whyBare>, { isWebInspector }: HarWriter): Lack {
  if (bare === 'none-there') return 'without-cookies';
  if (!isWebInspector) return 'no-cookies';
  return bare === 'taken-out' ? 'sanitised-chrome' : 'maybe-sanitised';
}

interface Dated {
  readonly entry: HarEntry;
  readonly start: number;
}

/** In the order of time; one without a date stays behind the one before it in the file. */
function withTimes(entries: readonly HarEntry[]): readonly Dated[] {
  let last = entries.find(({ start }) => start !== null)?.start ?? 0;
  const dated = entries.map((entry) => {
    last = entry.start ?? last + 1;
    return { entry, start: last };
  });
  return dated.sort((a, b) => a.start - b.start);
}
