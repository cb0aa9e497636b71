export const FRAMEWORKS = [
  'express',
  'fastify',
  'koa',
  'nextjs',
  'django',
  'flask',
  'fastapi',
  'rails',
  'laravel',
  'php',
  'spring',
  'aspnet-core',
  'go',
  'nginx',
] as const;
export type FrameworkId = (typeof FRAMEWORKS)[number];

/** What a finding asks for that is not an attribute of a Set-Cookie line. @internal */
export const ACTIONS = [
  'rotate-id',
  'end-session',
  'delete-cookie',
  'csrf-token',
  'hsts',
  'no-store',
  'trust-proxy',
  'cors-credentials',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * How a framework is told to set a cookie: data, filled by `snippet`.
 * Slots: $name, $domain, $path, $seconds, $milliseconds, $minutes, $samesite (lax), $SameSite (Lax), $domainOrNone, and $origin
 * in `cors-credentials`. `$[secure:…$]`, `$[domain:…$]`, `$[partitioned:…$]` hold only for a cookie that is so.
 */
export interface Framework {
  readonly id: FrameworkId;
  readonly name: string;
  /** Where its makers describe the settings used here. */
  readonly docs: string;
  /** What begins a comment in its language. */
  readonly comment: '//' | '#';
  /** How a text and the lack of one are written in its language, for $domainOrNone. */
  readonly quote: '"' | "'";
  readonly none: string;
  /** The session cookie of the framework or of the session library that it is used with. */
  readonly session: Template;
  /** Any other cookie. */
  readonly cookie: Template;
  readonly actions: Readonly<Record<Action, readonly string[]>>;
}

export interface Template {
  /** The file or place the lines belong in. */
  readonly where: string;
  readonly before: readonly string[];
  readonly settings: SettingTexts;
  readonly after: readonly string[];
}

/** What is written for each property; null = this cannot be said here, empty = it is always so. */
export interface SettingTexts {
  readonly name: string | null;
  readonly path: string | null;
  /** `absent`: what keeps the cookie host-only, where that is not the default. */
  readonly domain: { readonly given: string | null; readonly absent: string | null };
  /** `session`: what makes it end with the browser, where that is not the default. */
  readonly lifetime: { readonly given: string | null; readonly session: string | null };
  readonly secure: string | null;
  readonly httpOnly: string | null;
  readonly sameSite: string | null;
  readonly partitioned: string | null;
}
