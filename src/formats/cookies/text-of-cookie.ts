import { isUtf8, text } from '../../analysis/engine/base/bytes';
import type { Instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import { type FormatLoss, lossOf } from './loss';

/** Whether its name, value and path are text: JSON and the other formats have no octets. */
export const isText = ({ name, value, path }: JarCookie): boolean => isUtf8(name) && isUtf8(value) && isUtf8(path);

/** Those of the cookies that are text, and the loss of the others. */
export function ofText(cookies: readonly JarCookie[]): {
  readonly written: readonly JarCookie[];
  readonly lost: readonly FormatLoss[];
} {
  return { written: cookies.filter(isText), lost: lossOf('left-out-octets', cookies, (cookie) => !isText(cookie)) };
}

/** The domain as nearly all formats have it: a dot in front says that hosts below it get the cookie too. */
export const dotted = ({ domain, hostOnly }: JarCookie): string => (hostOnly ? domain : `.${domain}`);

/** Seconds since 1970; of a session cookie what the format has for one. */
export const secondsOf = <Session>(expires: Instant | null, session: Session): number | Session =>
  expires === null ? session : expires / 1000;

/** Name, value and path as text. */
export const textsOf = ({ name, value, path }: JarCookie) => ({ name: text(name), value: text(value), path: text(path) });

/** JSON as people read it. */
export const jsonText = (json: unknown): string => `${JSON.stringify(json, null, 2)}\n`;
