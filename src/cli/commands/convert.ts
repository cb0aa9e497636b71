import { randomBytes } from 'node:crypto';
import { instant } from '../../analysis/engine/base/units';
import { digestUnder } from '../../platform/digest';
import { type Command, EXIT, RunError, UsageError } from '../command/command';
import { notOver, readOctets, writeContent } from '../command/files';
import { CONVERT_FORMATS, converted } from '../convert/converted';

export const convertCommand: Command = {
  name: 'convert',
  summary: 'Writes a recording or cookies in another format, redacted unless told otherwise.',
  operands: 'FILE --to FORMAT',
  count: [1, 1],
  options: [
    { name: 'to', value: 'FORMAT', choices: CONVERT_FORMATS, says: 'the format' },
    { name: 'out', value: 'FILE', says: 'where to; the terminal, if not told' },
    { name: 'with-values', value: null, says: 'keep the recorded values: whoever has the file can sign in with them' },
    { name: 'plain', value: null, says: 'cookies.txt for wget, which takes HttpOnly lines for comments' },
    { name: 'url', value: 'URL', says: 'the request that a header or a curl command is for' },
  ],
  examples: [
    { line: 'cookie-flow convert shop.har --to recording --out shop.json', says: 'A recording that can be shared.' },
    { line: 'cookie-flow convert shop.har --to netscape --with-values --out cookies.txt', says: 'Cookies for curl.' },
    {
      line: 'cookie-flow convert shop.json --to header --url https://shop.example/ --with-values',
      says: 'What a browser would send.',
    },
  ],
  run(given, { out, note }) {
    const to = CONVERT_FORMATS.find((format) => format === given.one('to'));
    if (to === undefined) throw new UsageError(`--to is missing: ${CONVERT_FORMATS.join(' | ')}`);
    const [file = ''] = given.operands;
    const target = given.one('out');
    if (to === 'report' && target === null) throw new UsageError('--to report is an archive: it needs --out FILE.zip');
    notOver([file], [target]);
    const result = converted(readOctets(file), {
      to,
      url: urlFor(to, given.one('url')),
      hasValues: given.has('with-values'),
      isPlain: isPlain(to, given.has('plain')),
      at: instant(Date.now()),
      digest: digestUnder(newKey()),
      redaction: digestUnder(newKey()),
    });
    if (result.kind === 'refused') throw new RunError(`${file}: ${result.why}`);
    if (target !== null) writeContent(target, result.content);
    else if (typeof result.content === 'string') out(result.content);
    for (const line of result.notes) note(line);
    return result.isBare ? EXIT.usage : EXIT.done;
  },
};

const newKey = (): string => randomBytes(32).toString('hex');

function urlFor(to: string, url: string | null): string {
  const wants = to === 'header' || to === 'curl';
  if (wants && url === null) throw new UsageError(`--to ${to} needs --url URL`);
  if (!wants && url !== null) throw new UsageError(`--url is for --to header and --to curl`);
  if (url === null) return '';
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url))
    throw new UsageError(`--url takes an address that begins with http:// or https://, not ${url}.`);
  return new URL(url).href;
}

function isPlain(to: string, given: boolean): boolean {
  if (given && to !== 'netscape') throw new UsageError('--plain is for --to netscape');
  return given;
}
