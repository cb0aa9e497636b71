import type { RecorderStarted } from '../../analysis/facts/fact';
import { type HarEntry, headerIn } from './har-entry';

/** Who wrote a HAR file, and whose traffic is in it. */
export interface HarWriter {
  /** In its own words: `Charles Proxy 4.6.3`. */
  readonly name: string;
  readonly browser: RecorderStarted['browser'];
  readonly browserVersion: string;
  /** The browser is none of the two, or not told: the rules of Chromium are assumed. */
  readonly isAssumed: boolean;
  readonly isWebInspector: boolean;
  /** Safari's header list is a dictionary: several lines of a name become one. */
  readonly joinsByComma: boolean;
}

export function harWriter(log: Readonly<Record<string, unknown>>, entries: readonly HarEntry[]): HarWriter {
  const creator = named(log.creator);
  const browser = named(log.browser);
  const agent = entries.map((entry) => headerIn(entry.requestHeaders, 'user-agent')).find((each) => each !== null) ?? '';
  const firefox = /Firefox\/([\d.]+)/.exec(agent)?.[1];
  const chrome = /(?:Chrome|Chromium|HeadlessChrome)\/([\d.]+)/.exec(agent)?.[1];
  const isWebKit = /webkit/i.test(creator.name) || /webkit|safari/i.test(browser.name);
  const says = /firefox/i.test(browser.name || creator.name)
    ? 'firefox'
    : creator.name === 'WebInspector' || /chrom/i.test(browser.name)
      ? 'chromium'
      : null;
  const found = says ?? (firefox !== undefined ? 'firefox' : chrome !== undefined ? 'chromium' : null);
  return {
    name: [creator.name, creator.version].filter((part) => part !== '').join(' '),
    browser: found ?? 'chromium',
    // WebInspector's version is that of its engine's ancestor.
    browserVersion: (found === 'firefox' ? firefox : chrome) ?? (found === null ? '' : browser.version),
    isAssumed: isWebKit || found === null,
    isWebInspector: creator.name === 'WebInspector',
    // Playwright writes WebKit's lines apart.
    joinsByComma: /webkit/i.test(creator.name),
  };
}

function named(json: unknown): { readonly name: string; readonly version: string } {
  const { name, version } = typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : {};
  return { name: shortText(name), version: shortText(version) };
}

const shortText = (json: unknown): string => (typeof json === 'string' ? json.slice(0, 100) : '');
