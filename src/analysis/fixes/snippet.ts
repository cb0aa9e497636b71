import { text } from '../engine/base/bytes';
import type { Bytes, Seconds } from '../engine/base/units';
import type { SameSite } from '../engine/header/parsed-line';
import type { Action, Framework, SettingTexts, Template } from './frameworks/framework';

/** The cookie as it should be set. */
export interface Wanted {
  readonly name: Bytes;
  readonly domain: string | null;
  readonly path: Bytes | null;
  /** null = until the browser closes. */
  readonly lifetime: Seconds | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  readonly partitioned: boolean;
}

export type Property = keyof SettingTexts;

export interface SnippetLine {
  readonly text: string;
  /** Whether this line makes one of the changes asked for. */
  readonly changed: boolean;
}

/** Code or configuration for one framework. */
export interface Snippet {
  readonly framework: Framework;
  readonly where: string;
  readonly lines: readonly SnippetLine[];
  /** Changes asked for that this framework has no setting for. */
  readonly cannot: readonly Property[];
}

const ORDER: readonly Property[] = ['name', 'path', 'domain', 'lifetime', 'secure', 'httpOnly', 'sameSite', 'partitioned'];

/**
 * The settings with which a framework sets the cookie as wanted.
 * @param use `session`: the framework's own session cookie; `cookie`: any other
 * @param changed the properties that a finding asks to change, marked in the result
 */
export function snippet(framework: Framework, use: 'session' | 'cookie', wanted: Wanted, changed: readonly Property[]): Snippet {
  const template = framework[use];
  const lines: SnippetLine[] = template.before.map((line) => ({ text: line, changed: false }));
  const cannot: Property[] = [];
  for (const property of ORDER) {
    const setting = settingOf(template, property, wanted);
    const asked = changed.includes(property);
    if (setting === null && asked) cannot.push(property);
    for (const line of (setting ?? '').split('\n')) {
      // Of several lines only those that hold the property itself: an opening bracket is no change.
      const holds = line.includes('$') || !setting?.includes('$');
      if (line !== '') lines.push({ text: fill(line, framework, wanted), changed: asked && holds });
    }
    // What is to go leaves no line to mark, so a comment says that it has been left out.
    if (asked && setting === '') lines.push({ text: leftOut(property, framework, lines), changed: true });
  }
  for (const line of template.after) lines.push({ text: line, changed: false });
  return { framework, where: template.where, lines: cannot.length === changed.length && cannot.length > 0 ? [] : lines, cannot };
}

const LEFT_OUT: Readonly<Record<Property, string>> = {
  name: 'no name',
  path: 'no path',
  domain: 'no domain: the cookie is for this host alone',
  lifetime: 'no lifetime: the cookie ends with the browser',
  secure: 'not secure',
  httpOnly: 'not httpOnly',
  sameSite: 'no sameSite',
  partitioned: 'not partitioned',
};

function leftOut(property: Property, { comment }: Framework, above: readonly SnippetLine[]): string {
  const indent = /^\s*/.exec(above.at(-1)?.text ?? '')?.[0] ?? '';
  return `${indent}${comment} ${LEFT_OUT[property]}`;
}

/**
 * What a framework needs for something that is not an attribute; empty = it has nothing to offer for it.
 * @param origin the page that headers have to name; null = not asked for
 */
export function actionLines(
  framework: Framework,
  action: Action,
  wanted: Wanted,
  origin: string | null = null,
): readonly string[] {
  const lines = framework.actions[action].map((line) =>
    fill(line.replaceAll('$origin', quoted(origin ?? '')), framework, wanted),
  );
  return lines.filter((line) => line !== '');
}

/** null = the framework cannot say it; empty = nothing to say. */
function settingOf({ settings }: Template, property: Property, wanted: Wanted): string | null {
  switch (property) {
    case 'name':
      return settings.name;
    case 'path':
      return wanted.path === null ? '' : settings.path;
    case 'domain':
      return wanted.domain === null
        ? (settings.domain.absent ?? (settings.domain.given === null ? null : ''))
        : settings.domain.given;
    case 'lifetime':
      if (wanted.lifetime !== null) return settings.lifetime.given;
      return settings.lifetime.session ?? (settings.lifetime.given === null ? null : '');
    case 'secure':
      return wanted.secure ? settings.secure : '';
    case 'httpOnly':
      return wanted.httpOnly ? settings.httpOnly : '';
    case 'sameSite':
      return wanted.sameSite === 'absent' ? '' : settings.sameSite;
    case 'partitioned':
      return wanted.partitioned ? settings.partitioned : '';
    default:
      return property satisfies never;
  }
}

const CONDITION = /\$\[(secure|domain|partitioned):(.*?)\$\]/g;
const SLOT = /\$(name|domainOrNone|domain|path|seconds|milliseconds|minutes|samesite|SameSite)/g;

function fill(line: string, framework: Framework, wanted: Wanted): string {
  const lifetime = wanted.lifetime ?? 0;
  const conditional = line.replace(CONDITION, (_, property: 'secure' | 'domain' | 'partitioned', text: string) =>
    wanted[property] ? text : '',
  );
  return conditional.replace(SLOT, (slot, name: string) => {
    switch (name) {
      case 'name':
        return quoted(text(wanted.name));
      case 'domain':
        return quoted(wanted.domain ?? '');
      case 'domainOrNone':
        return wanted.domain === null ? framework.none : `${framework.quote}${quoted(wanted.domain)}${framework.quote}`;
      case 'path':
        return quoted(text(wanted.path ?? ('/' as Bytes)));
      case 'seconds':
        return String(lifetime);
      case 'milliseconds':
        return String(lifetime * 1000);
      case 'minutes':
        return String(Math.ceil(lifetime / 60));
      case 'samesite':
        return wanted.sameSite;
      case 'SameSite':
        return wanted.sameSite.charAt(0).toUpperCase() + wanted.sameSite.slice(1);
      default:
        return slot;
    }
  });
}

/** A name or path comes from a server: it must not end the literal that it is put into. */
const quoted = (inner: string): string => inner.replace(/[\\'"]/g, (char) => `\\${char}`);
