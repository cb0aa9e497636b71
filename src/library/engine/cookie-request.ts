import { bytes } from '../../analysis/engine/base/bytes';
import { instant } from '../../analysis/engine/base/units';
import { type Access, accessOf } from '../../analysis/engine/verdict/access/access';
import { type DescribedRequest, describedContext } from './described-request';

/** A request whose cookies are in question, or a script's use of document.cookie. */
export interface CookieRequest extends DescribedRequest {
  /** `script` = document.cookie in the document at `url`; `http` if left out. */
  readonly via?: 'http' | 'script';
  /** Milliseconds since 1970, such as Date.now(). */
  readonly at: number;
  /** The response's Date header, by which Expires is corrected where a browser does so; none if left out. */
  readonly date?: string;
}

/** Whose rules decide. */
export interface EngineOptions {
  /** `spec` = RFC 6265bis to the letter (if left out), else as the browser does it. */
  readonly browser?: 'spec' | 'chromium' | 'firefox';
  /** What the user allows third parties; what the browser comes with if left out. */
  readonly thirdParty?: 'allow' | 'block' | 'partition';
}

/** A request as the engine takes it. */
export function accessFor(request: CookieRequest, { browser = 'spec', thirdParty }: EngineOptions): Access {
  const { url, via = 'http', at, date } = request;
  const context =
    via === 'script'
      ? { ...describedContext({ frames: [url], ...request, as: 'fetch', from: url }), type: 'script' as const }
      : describedContext(request);
  return accessOf(
    { url, via, context, at: instant(at), date: date === undefined ? null : bytes(date) },
    { profile: browser, thirdParty: thirdParty ?? 'default' },
  );
}
