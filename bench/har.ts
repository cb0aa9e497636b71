import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figures';

const MEGABYTE = 1024 * 1024;

/** How long a large HAR takes to become a recording, and what the process that reads it needs at most, bodies included. */
export async function run(): Promise<readonly Figure[]> {
  const [small, large] = [measure(5), measure(50)];
  return [
    { what: 'a HAR of 50 MB is read', ours: `${large.milliseconds} ms`, beside: { '5 MB': `${small.milliseconds} ms` } },
    {
      what: 'then the reader’s process held at most',
      ours: `${large.megabytes} MB`,
      beside: { '5 MB': `${small.megabytes} MB` },
      goal: 'under 500 MB',
    },
    { what: 'requests in it', ours: large.requests, beside: { '5 MB': small.requests } },
  ];
}

function measure(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'cookie-flow-bench-'));
  try {
    const path = join(folder, 'large.har');
    writeHar(path, megabytes * MEGABYTE);
    const reader = fileURLToPath(new URL('har-reader.ts', import.meta.url));
    const said = execFileSync(process.execPath, ['--import', 'tsx', reader, path], { encoding: 'utf8' });
    return JSON.parse(said) as { readonly milliseconds: string; readonly megabytes: string; readonly requests: string };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Entries of a shop with bodies of some kilobytes, until the file has so many octets. */
function writeHar(path: string, octets: number): void {
  const file = openSync(path, 'w');
  writeSync(file, '{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[');
  for (let at = 0; statSync(path).size < octets; at += 50)
    writeSync(
      file,
      (at === 0 ? '' : ',') + Array.from({ length: 50 }, (_, index) => JSON.stringify(entryAt(at + index))).join(','),
    );
  writeSync(file, ']}}');
  closeSync(file);
}

function entryAt(at: number): object {
  const header = (name: string, value: string) => ({ name, value });
  return {
    startedDateTime: new Date(Date.UTC(2026, 10, 29) + at * 40).toISOString(),
    time: 20,
    request: {
      method: 'GET',
      url: `https://shop.example/api/items?page=${at}`,
      headers: [
        header('sec-fetch-site', 'same-origin'),
        header('sec-fetch-dest', 'empty'),
        header('sec-fetch-mode', 'cors'),
        header('cookie', `sid=31d4d96e407aad42f3c1b7a09e5d8c26; cart=${at}; theme=dark`),
      ],
      cookies: [],
    },
    response: {
      status: 200,
      headers: [header('set-cookie', `cart=${at + 1}; Path=/; Secure; HttpOnly; SameSite=Lax`)],
      cookies: [],
      content: { mimeType: 'application/json', text: `{"item":${at},"text":"${'lorem ipsum dolor '.repeat(150)}"}` },
      redirectURL: '',
    },
  };
}
