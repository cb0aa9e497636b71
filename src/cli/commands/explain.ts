import { bytes } from '../../analysis/engine/base/bytes';
import { PROFILES } from '../../analysis/engine/base/profile';
import { instant } from '../../analysis/engine/base/units';
import { type DescribedRequest, isWebAddress, REQUEST_KINDS } from '../../library/engine/described-request';
import { type Command, EXIT, UsageError } from '../command/command';
import type { Given } from '../command/given';
import { lineExplanation } from '../explain/explained';

const POLICIES = ['default', 'allow', 'block', 'partition'] as const;

export const explainCommand: Command = {
  name: 'explain',
  summary: 'Says what the standard, Chromium and Firefox make of a Set-Cookie line, and which step decides.',
  operands: "'SET-COOKIE LINE' --url URL",
  count: [1, 1],
  options: [
    { name: 'url', value: 'URL', says: 'where the response with the line comes from' },
    { name: 'as', value: 'KIND', choices: REQUEST_KINDS, says: 'what was asked for; page, if not told' },
    { name: 'from', value: 'URL', says: 'the page that asks; the address bar, if not told' },
    { name: 'frame', value: 'URL', isRepeatable: true, says: 'a document between the top page and the one that asks' },
    { name: 'method', value: 'METHOD', says: 'GET, if not told' },
    { name: 'third-party', value: 'POLICY', choices: POLICIES, says: 'what becomes of third-party cookies; as browsers come' },
    { name: 'profile', value: 'PROFILE', choices: PROFILES, says: 'one of the three alone' },
    { name: 'steps', value: null, says: 'every step, not only the one that decides' },
  ],
  examples: [
    {
      line: "cookie-flow explain '__Host-sid=1; Path=/; Secure; Domain=shop.example' --url https://shop.example/login",
      says: 'Why the line is refused.',
    },
    {
      line: "cookie-flow explain 'ad=1; Secure; SameSite=None' --url https://ads.example/px --as image --from https://shop.example/",
      says: 'A third-party cookie.',
    },
  ],
  run(given, { out, paint }) {
    const [line = ''] = given.operands;
    if (/[\r\n\0]/.test(line)) throw new UsageError('a Set-Cookie line has no line break');
    const options = {
      at: instant(Date.now()),
      profiles: PROFILES.filter((profile) => given.one('profile') === null || given.one('profile') === profile),
      thirdParty: POLICIES.find((policy) => policy === given.one('third-party')) ?? 'default',
      hasSteps: given.has('steps'),
    };
    const { text, isRefused } = lineExplanation(bytes(line.replace(/^set-cookie:\s*/i, '')), requestOf(given), options, paint);
    out(text);
    return isRefused ? EXIT.findings : EXIT.done;
  },
};

function requestOf(given: Given): DescribedRequest {
  const url = given.one('url');
  if (url === null) throw new UsageError('--url URL is missing');
  const from = given.one('from');
  const frames = given.all('frame');
  for (const [name, address] of [
    ['url', url],
    ['from', from ?? url],
    ...frames.map((frame) => ['frame', frame] as const),
  ] as const)
    if (!isWebAddress(address))
      throw new UsageError(`--${name} takes an address that begins with http:// or https://, not ${address}.`);
  const method = given.one('method');
  const as = REQUEST_KINDS.find((kind) => kind === given.one('as'));
  return {
    url: new URL(url).href,
    ...(from === null ? {} : { from }),
    ...(method === null ? {} : { method }),
    ...(as === undefined ? {} : { as }),
    ...(frames.length === 0 ? {} : { frames: [from ?? url, ...frames] }),
  };
}
