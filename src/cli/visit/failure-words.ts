/** What Chromium's error of a navigation means; the rest is told by its code. */
const NET_ERRORS: Readonly<Record<string, string>> = {
  ERR_CONNECTION_REFUSED: 'nothing answers there: the connection was refused',
  ERR_CONNECTION_RESET: 'the connection was broken off',
  ERR_CONNECTION_CLOSED: 'the connection was closed without an answer',
  ERR_EMPTY_RESPONSE: 'the server closed the connection without an answer',
  ERR_CONNECTION_TIMED_OUT: 'nothing answers there: the connection timed out',
  ERR_NAME_NOT_RESOLVED: 'there is no host of that name',
  ERR_ADDRESS_UNREACHABLE: 'the host cannot be reached',
  ERR_INTERNET_DISCONNECTED: 'this machine is not connected',
  ERR_TOO_MANY_REDIRECTS: 'it redirects in circles',
  ERR_SSL_PROTOCOL_ERROR: 'what answers there does not speak TLS',
  ERR_ABORTED: 'it answers with a download, or with nothing to show',
};

/** What Firefox calls the same, by the name of its page of errors. */
const FIREFOX_ERRORS: Readonly<Record<string, keyof typeof NET_ERRORS>> = {
  connectionFailure: 'ERR_CONNECTION_REFUSED',
  netReset: 'ERR_CONNECTION_RESET',
  netInterrupt: 'ERR_CONNECTION_CLOSED',
  netTimeout: 'ERR_CONNECTION_TIMED_OUT',
  dnsNotFound: 'ERR_NAME_NOT_RESOLVED',
  netOffline: 'ERR_INTERNET_DISCONNECTED',
  redirectLoop: 'ERR_TOO_MANY_REDIRECTS',
  nssFailure2: 'ERR_SSL_PROTOCOL_ERROR',
  nssBadCert: 'ERR_CERT_INVALID',
  NS_BINDING_ABORTED: 'ERR_ABORTED',
};

/** Why a page was not visited, as a sentence without its full stop. */
export function failureWords(error: unknown): string {
  const message = firstLine(error);
  const code = /net::(ERR_\w+)/.exec(message)?.[1] ?? firefoxCode(message);
  if (code?.startsWith('ERR_CERT_') === true) return `its certificate is not accepted (${code}); --insecure accepts it`;
  if (code !== undefined) return NET_ERRORS[code] ?? `it did not answer (${code})`;
  const timeout = /(\d+) ?ms exceeded/.exec(message)?.[1];
  if (timeout !== undefined) return `it did not answer within ${Number(timeout) / 1000} seconds`;
  return message;
}

/** Behind the name of the error stands where in Firefox it arose. */
function firefoxCode(message: string): string | undefined {
  const name = /\(browsingContext\.navigate\): unknown error Error: (\w+)/.exec(message)?.[1];
  return name === undefined ? undefined : (FIREFOX_ERRORS[name] ?? name);
}

/** Of the message, without the colours that Playwright gives it. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (
    message
      .replace(/\u001b\[[\d;]*m/g, '')
      .split('\n')[0]
      ?.trim() ?? ''
  );
}
