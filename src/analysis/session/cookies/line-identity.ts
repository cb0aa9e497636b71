import type { SetCookie } from '../../engine/header/parsed-line';
import type { Identity } from '../../engine/jar/identity';
import { defaultPath } from '../../engine/jar/match';
import type { UrlParts } from '../../engine/site/url-parts';
import type { SetLine } from '../../replay/rows/exchange';

/** The cookie that a line set, deleted or would have set. */
export function identityOf({ result, seen, previous, parsed }: SetLine, parts: UrlParts): Identity {
  return result ?? seen ?? previous ?? wouldBe(parsed, parts);
}

function wouldBe({ name, domain, path }: SetCookie, parts: UrlParts): Identity {
  const asked = domain === null ? '' : domain.replace(/^\./, '').toLowerCase();
  return {
    name,
    domain: asked === '' ? parts.host : asked,
    hostOnly: asked === '',
    path: path?.startsWith('/') ? path : defaultPath(parts.path),
    partition: null,
  };
}
