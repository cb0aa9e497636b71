import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { CookieJar } from 'tough-cookie';

export interface PageResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly setCookie: readonly string[];
  readonly body: string;
  readonly url: string;
}

/** A visitor of the playground for tests: real HTTP and a jar by tough-cookie, one request a call (redirects are not followed). */
export class Visitor {
  readonly jar = new CookieJar();

  async get(url: string): Promise<PageResponse> {
    return this.#ask('GET', url);
  }

  /** Sends the fields as a form does. */
  async post(
    url: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<PageResponse> {
    return this.#ask('POST', url, { body: new URLSearchParams(fields).toString(), headers });
  }

  /** Loads the page of a form, then sends the form with the page's own token. */
  async submit(page: string, action: string, fields: Readonly<Record<string, string>> = {}): Promise<PageResponse> {
    const { body } = await this.get(page);
    return this.post(action, { _csrf: /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '', ...fields });
  }

  async valueOf(url: string, name: string): Promise<string | undefined> {
    return (await this.jar.getCookies(url)).find((cookie) => cookie.key === name)?.value;
  }

  async #ask(method: string, url: string, sent: Partial<Sent> = {}): Promise<PageResponse> {
    const cookie = await this.jar.getCookieString(url);
    const answer = await exchange(method, url, { body: '', headers: {}, ...sent, cookie });
    for (const line of answer.setCookie) await this.jar.setCookie(line, url, { ignoreError: true });
    return answer;
  }
}

interface Sent {
  readonly cookie: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

function exchange(method: string, url: string, { cookie, body, headers: own }: Sent): Promise<PageResponse> {
  const { host, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    // By address, with the name in Host: not every machine resolves *.localhost outside of browsers.
    const sent = httpRequest(
      { host: '127.0.0.1', port, method, path: pathname + search, headers: { ...own, host } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        response.on('error', reject).on('end', () => {
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, setCookie: headers['set-cookie'] ?? [], body: text, url });
        });
      },
    );
    sent.on('error', reject);
    if (cookie !== '') sent.setHeader('Cookie', cookie);
    if (body !== '') sent.setHeader('Content-Type', 'application/x-www-form-urlencoded');
    sent.end(body);
  });
}
