import { originOf } from '../../replay/requests/origin';
import type { Exchange } from '../../replay/rows/exchange';
import type { Fix } from './define';
import { byAction } from './fix';
import { type Sentence, s } from './sentence';

/** For a request that the page made without credentials: neither cookies go out nor are any taken from the answer. */
export function credentialsFix(exchange: Exchange): Fix {
  const { sent, url } = exchange;
  const origin = sent.initiator !== null && sent.initiator !== originOf(url) ? sent.initiator : null;
  const code = codeFor(exchange);
  return {
    ...byAction(
      origin === null || allows(exchange, origin) ? null : 'cors-credentials',
      code.length === 0
        ? s`Request it with credentials. That is not possible for a font: serve it without a cookie.`
        : origin === null
          ? s`The fix is in the page’s script: ask with credentials.`
          : s`The fix is in the page’s script: ask with credentials. ${corsNeeds(exchange, origin)}`,
    ),
    code,
    origin,
  };
}

function corsNeeds(exchange: Exchange, origin: string): Sentence {
  if (allows(exchange, origin)) return s`The answer already lets ${origin} read it with credentials.`;
  const allowedOrigin = header(exchange, 'access-control-allow-origin');
  return allowedOrigin === '*'
    ? s`Then the answer must name ${origin} in ${'Access-Control-Allow-Origin'}, for ${'*'} does not count with credentials, and say ${'Access-Control-Allow-Credentials: true'}.`
    : s`Then the answer must say ${'Access-Control-Allow-Credentials: true'} and name ${origin} in ${'Access-Control-Allow-Origin'}, or the script cannot read it.`;
}

const allows = (exchange: Exchange, origin: string): boolean =>
  header(exchange, 'access-control-allow-origin') === origin && header(exchange, 'access-control-allow-credentials') === 'true';

const header = ({ received }: Exchange, name: string): string | undefined =>
  received?.headers.find((each) => each.name === name)?.value;

/** What a page writes for its request to carry credentials. The address without its query, which may hold secrets. */
function codeFor({ sent, url }: Exchange): readonly string[] {
  const address = url.replace(/[?#].*$/s, '').replace(/['"<>\\]/g, (char) => encodeURIComponent(char));
  switch (sent.type) {
    case 'script':
      return [`<script src="${address}" crossorigin="use-credentials"></script>`];
    case 'stylesheet':
      return [`<link rel="stylesheet" href="${address}" crossorigin="use-credentials">`];
    case 'image':
      return [`<img src="${address}" crossorigin="use-credentials">`];
    case 'media':
      return [`<video src="${address}" crossorigin="use-credentials"></video>`];
    case 'font':
      return [];
    default: {
      const method = sent.method === 'GET' ? '' : `method: '${sent.method.replace(/[^A-Z]/gi, '')}', `;
      return [
        `fetch('${address}', { ${method}credentials: 'include' })`,
        '// or, with XMLHttpRequest: request.withCredentials = true',
      ];
    }
  }
}
