import { request as httpRequest } from 'node:http';

/**
 * Fetches from a site of the playground by its address, with its name in Host: not every machine resolves `*.localhost`
 * outside of browsers.
 */
export function loopbackFetch(
  url: string,
  options: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: unknown },
): Promise<Response> {
  const { host, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port, method: options.method, path: pathname + search, headers: { ...options.headers, host } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject).on('end', () => {
          const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
          resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 500, headers }));
        });
      },
    );
    sent.on('error', reject);
    sent.end(options.body === undefined || options.body === null ? undefined : String(options.body));
  });
}

/** What a site of the playground publishes. @throws Error if it does not answer with it */
export async function fetchedText(url: string): Promise<string> {
  const answer = await loopbackFetch(url, { method: 'GET', headers: {} });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return answer.text();
}
