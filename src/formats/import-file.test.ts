import { gzipSync, strToU8, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFile } from './import-file';
import { unpacked } from './reading/unpacked';
import { refusalText } from './sentences';

const read = (file: string | Uint8Array) => importFile(typeof file === 'string' ? strToU8(file) : file, () => null);
const said = (file: string | Uint8Array): string => {
  const found = read(file);
  return found.kind === 'refused' ? refusalText(found) : found.kind;
};

const ENTRY = {
  startedDateTime: '2026-11-29T12:00:00.000Z',
  time: 5,
  request: { method: 'GET', url: 'https://a.example/', headers: [{ name: 'Cookie', value: 'x=1' }] },
  response: { status: 200, headers: [{ name: 'Set-Cookie', value: 'x=2; Path=/' }] },
};
const HAR = JSON.stringify({ log: { version: '1.2', creator: { name: 'Test', version: '1' }, entries: [ENTRY] } });

describe('what is no recording is refused with its place', () => {
  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['white space', ' \n ', 'The file is empty.'],
    [
      'a truncated HAR',
      HAR.slice(0, -40),
      'The file ends in the middle, at line 1, column 273: it was cut off. Export it again.',
    ],
    ['a cut string', '{"log": {"entr', 'The file ends in the middle, at line 1, column 10: it was cut off. Export it again.'],
    ['a cut word', '{"log": tr', 'The file ends in the middle, at line 1, column 9: it was cut off. Export it again.'],
    ['a wrong comma', '{\n "log": {},\n}', 'The file is not JSON from line 3, column 1 on.'],
    ['something behind', '{} x', 'The file is not JSON from line 1, column 4 on.'],
    ['a page', '<!doctype html><title>x</title>', expect.stringContaining('looks like HTML')],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), 'The file is binary, not text.'],
    ['a database of cookies', 'SQLite format 3\0\0', expect.stringContaining('SQLite database')],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), expect.stringContaining('a picture')],
    ['a packet capture', new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0]), expect.stringContaining('network packets')],
    ['a network log', '{"constants":{},"events":[]}', expect.stringContaining('network log of Chrome')],
    ['steps of a recorder', '{"title":"x","steps":[]}', expect.stringContaining('--script')],
    ['a trace of performance', '{"traceEvents":[]}', expect.stringContaining('Performance panel')],
    [
      'events of a protocol',
      '[{"method":"Network.requestWillBeSent","params":{}}]',
      expect.stringContaining('DevTools protocol'),
    ],
    ['a session of Charles', '[{"status":"COMPLETE","protocolVersion":"HTTP/1.1"}]', expect.stringContaining('Charles')],
    ['sessions of Fiddler', zipSync({ 'raw/1_c.txt': strToU8('GET') }), expect.stringContaining('HTTPArchive')],
    ['flows of mitmproxy', '1500:9:websocket;0:~8:response;', expect.stringContaining('hardump')],
    ['an archive of another kind', new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 1]), expect.stringContaining('unpack it')],
    ['a pickle', new Uint8Array([0x80, 4, 0x95, 0, 0]), expect.stringContaining('pickle')],
    ['a store of Safari', 'cook\0\0\0\x01', expect.stringContaining('Safari')],
    ['a session of Firefox', 'mozLz40\0\x05', expect.stringContaining('jsonlz4')],
    ['notation of Python', "[{'name': 'a', 'secure': True}]", expect.stringContaining('json.dump')],
    ['cookies of Python', '#LWP-Cookies-2.0\nSet-Cookie3: a=b; path="/"', expect.stringContaining('MozillaCookieJar')],
    ['cURL', "curl 'https://a.example/' \\\n  -b 'a=b'", expect.stringContaining('Save all as HAR')],
    ['fetch', 'fetch("https://a.example/", {"method":"GET"});', expect.stringContaining('Save all as HAR')],
    ['PowerShell', '$session = New-Object Microsoft.PowerShell', expect.stringContaining('Save all as HAR')],
    ['a log of curl', '*   Trying\n> GET / HTTP/1.1\n> Cookie: a=b\n', expect.stringContaining('curl -c')],
    ['a response', 'HTTP/2 200\r\nset-cookie: a=b\r\n', expect.stringContaining('curl -c')],
    ['a Cookie header', 'Cookie: a=b; c=d', expect.stringContaining('which hosts')],
    ['document.cookie', 'a=b; c=d', expect.stringContaining('which hosts')],
    ['cookies without hosts', '{"cookies":{"a":"b"}}', expect.stringContaining('not the hosts')],
    ['our own table', 'name,value,domain\r\na,b,c\r\n', expect.stringContaining('table of cookies')],
    ['a collection of requests', '{"info":{},"item":[]}', expect.stringContaining('Postman')],
    [
      'JSONP that is cut off',
      `onInputData(${HAR.slice(0, -40)}`,
      'The file ends in the middle, at line 1, column 285: it was cut off. Export it again.',
    ],
    [
      'a log without entries',
      '{"log":{"creator":{"name":"x"}}}',
      'The file has no entries in log.entries: there is nothing in it to show.',
    ],
    ['prose', 'hello world', expect.stringContaining('does not know')],
    ['no entries', '{"log":{"entries":[]}}', 'The file has no entries in log.entries: there is nothing in it to show.'],
    [
      'an array for an object',
      '{"log":{"entries":{}}}',
      'The file has no entries in log.entries: there is nothing in it to show.',
    ],
    [
      'JSON of another tool',
      '{"openapi":"3.1","paths":{}}',
      'The file is JSON of another kind, with openapi, paths. Cookie Flow reads its own files, HAR, Playwright traces and cookie files.',
    ],
    ['a list of numbers', '[1,2]', expect.stringContaining('of another kind')],
    [
      'an archive of something else',
      zipSync({ 'a.txt': strToU8('x') }),
      'The archive holds no Playwright trace, no HAR file and no file of cookies.',
    ],
    [
      'a damaged archive',
      zipSync({ 'a.har': strToU8(HAR.repeat(50)) }).fill(0xff, 60, 200),
      'The archive is damaged: it cannot be unpacked.',
    ],
    [
      'an entry that is none',
      '{"log":{"entries":[{"request":{"url":["x"]}}]}}',
      'No entry of the file can be read. The first fault: log.entries[0].request.method is missing.',
    ],
  ])('%s', (_, file, sentence) => {
    expect(said(file)).toEqual(sentence);
  });

  it.each([
    ['brackets', '['.repeat(20_000_000)],
    ['objects', '{"a":'.repeat(5_000_000)],
    ['numbers', `[${'1,'.repeat(10_000_000)}1]`],
    ['text', 'x'.repeat(50_000_000)],
  ])('many megabytes of %s, without much work', (_, file) => {
    const start = performance.now();
    expect(read(strToU8(file)).kind).toBe('refused');
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('an archive that swells', () => {
    const refusal = unpacked(gzipSync(new Uint8Array(2_000_000)), () => true, 1_000_000);
    expect(refusal?.kind === 'refused' && refusalText(refusal)).toContain('larger than 256 MB');
  });
});

const attachments = (count: number): Record<string, Uint8Array> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.json`, strToU8('{"a":1}')]));

describe('a HAR is read however it is wrapped', () => {
  const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  it.each([
    ['as it is', HAR],
    ['with a byte order mark', `\uFEFF${HAR}`],
    ['as UTF-16', wide(HAR)],
    ['as JSONP', `onInputData(${HAR});\n`],
    ['in a zip', zipSync({ 'readme.txt': strToU8('x'), 'out/a.har': strToU8(HAR) })],
    ['in gzip', gzipSync(strToU8(HAR))],
    ['as .zhar', zlibSync(strToU8(HAR))],
    ['without its outer object', JSON.stringify({ entries: [ENTRY] })],
  ])('%s', (_, file) => {
    const found = read(file);
    expect(
      found.kind === 'recording' &&
        found.facts.some((fact) => fact.kind === 'response-received' && fact.setCookie[0] === 'x=2; Path=/'),
    ).toBe(true);
  });

  it.each([
    ['in gzip twice', gzipSync(gzipSync(strToU8(HAR)))],
    ['in a zip within a zip', zipSync({ 'data/1.zip': zipSync({ 'a.har': strToU8(HAR) }) })],
    ['behind many attachments', zipSync({ ...attachments(70), 'har.har': strToU8(HAR) })],
    ['beside what macOS adds', zipSync({ '__MACOSX/._a.har': new Uint8Array([0, 5, 22, 7]), 'a.har': strToU8(HAR) })],
    ['as a text of JSON', JSON.stringify(HAR)],
    ['as lines of a trace', `${JSON.stringify({ type: 'resource-snapshot', snapshot: ENTRY })}\n{"type":"resource-sn`],
  ])('%s', (_, file) => {
    expect(read(file)).toMatchObject({ kind: 'recording', lacks: expect.not.arrayContaining(['first-of-archive']) });
  });

  it('one of several in an archive, and it is said that there are more', () => {
    const cookies = strToU8('[{"name":"a","value":"1","domain":"a.example"}]');
    expect(read(zipSync({ 'a.har': strToU8(HAR), 'b.har': strToU8(HAR) }))).toMatchObject({
      lacks: expect.arrayContaining(['first-of-archive']),
    });
    expect(read(zipSync({ 'a.json': cookies, 'b.json': cookies }))).toMatchObject({
      unsaid: expect.arrayContaining(['first-of-archive']),
    });
  });

  it('octets that are not UTF-8 are read and said', () => {
    const latin1 = Uint8Array.from(HAR.replace('x=1', 'x=é'), (char) => char.charCodeAt(0));
    expect(read(latin1)).toMatchObject({ kind: 'recording', lacks: expect.arrayContaining(['encoding', 'octets']) });
  });
});
