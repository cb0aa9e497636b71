import type { ThirdPartyPolicy } from '../../engine/verdict/verdict';
import type { Role } from '../../session/shared/role-kinds';

/** One request of an example and what came back. @internal */
export interface ExampleStep {
  /** Method and URL: "GET https://shop.example/". */
  readonly ask: string;
  /** What was asked for; a page unless told otherwise. */
  readonly as?: 'document' | 'subdocument' | 'fetch' | 'script' | 'image';
  /** The page that asked; absent = the address bar. */
  readonly from?: string;
  /** The top-level page, where it is another. */
  readonly top?: string;
  /** Cookie header. */
  readonly sends?: string;
  /** Set-Cookie lines. */
  readonly sets?: readonly string[];
  readonly status?: number;
  /** Pairs that a script of the page's host writes afterwards, and cookies of it that the browser then throws out. */
  readonly writes?: readonly string[];
  readonly evicts?: readonly string[];
  /** Seconds after the step before; 1 unless told otherwise. */
  readonly after?: number;
  /** Form fields. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Request headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers of the request that hold a secret: tokens against forgery. */
  readonly tokens?: Readonly<Record<string, string>>;
  /** Whether it is where the step before redirected to, and so a hop of that request. */
  readonly isRedirect?: true;
  /** Fetched in case it is needed. */
  readonly purpose?: 'prefetch' | 'prerender';
  /** Response headers. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** A tiny recording and what the rule says of it. It runs as a test and documents the rule. */
export interface RuleExample {
  /** What is the case, in a few words. */
  readonly title: string;
  readonly steps: readonly ExampleStep[];
  /** What cookies are for, by name, where the example is not about telling that. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** The browser it was recorded in; Chromium unless told otherwise. */
  readonly browser?: 'chromium' | 'firefox';
  /** What the user says of third-party cookies; absent = not known. */
  readonly thirdParty?: ThirdPartyPolicy;
  /** The name of the cookie that is looked at; absent = the first one. */
  readonly of?: string;
  readonly expect: 'pass' | 'fail' | 'unknown' | 'not-applicable';
}

/** At least two. A rule's file gives them from a function of its own: what only tests and documents show, the panel need not load. */
export type Examples = readonly [RuleExample, RuleExample, ...(readonly RuleExample[])];

type More = Partial<Omit<ExampleStep, 'sets'>> & { readonly role?: Role; readonly thirdParty?: ThirdPartyPolicy };

/** An example of a single line: `aLine('passes …', 'pass', 'sid=…; Secure', { role: 'session-id' })`. */
export function aLine(title: string, expect: RuleExample['expect'], line: string, more: More = {}): RuleExample {
  const { role, thirdParty, ...step } = more;
  const name = line.slice(0, Math.max(0, line.split(';', 1)[0]?.indexOf('=') ?? 0)).trim();
  return {
    title,
    steps: [{ ask: 'POST https://shop.example/login', ...step, sets: [line] }],
    ...(role === undefined ? {} : { roles: { [name]: role } }),
    ...(thirdParty === undefined ? {} : { thirdParty }),
    of: name,
    expect,
  };
}
