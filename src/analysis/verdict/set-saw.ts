import { text } from '../facts/bytes';
import { MAX_PAIR } from '../header/limits';
import { sameSiteWords, seen, seenContext, seenKey } from './saw';
import type { SetScene } from './set-scene';
import type { Seen } from './verdict';

type Look = (scene: SetScene) => readonly Seen[];

const scheme: Look = ({ access: { parts } }) => (parts === null ? [] : [seen('scheme', parts.scheme), seen('host', parts.host)]);
const via: Look = ({ access }) => [seen('via', access.via)];
const domain: Look = ({ line, access }) =>
  line.domain === null ? [seen('host', access.host)] : [seen('domain', text(line.domain)), seen('host', access.host)];
const sameSite: Look = ({ line, access }) => [seen('same-site', sameSiteWords(line.sameSite)), ...seenContext(access)];

/** What each step looked at, without the cookie's value: that is nobody's business but the reader's who reveals it. */
const LOOKS: Readonly<Record<string, Look>> = {
  'set-url': scheme,
  'set-control-characters': ({ line }) => (line.control === -1 ? [] : [seen('octet', String(line.control + 1))]),
  'set-tab': ({ line }) => (line.tab === -1 ? [] : [seen('octet', String(line.tab + 1))]),
  'set-pair-size': ({ line }) => [seen('octets', `${line.name.length + line.value.length} / ${MAX_PAIR}`)],
  'set-lifetime': ({ lifetime: { expires, from, capped } }) =>
    expires === null
      ? []
      : [seen('lifetime-from', from), seen('until', timeText(expires)), ...(capped ? [seen('capped', '400')] : [])],
  'set-domain-ascii': domain,
  'set-public-suffix': domain,
  'set-domain-match': domain,
  'set-path': ({ path }) => [seen('path', text(path))],
  'set-secure': scheme,
  'set-http-only': via,
  'set-leave-secure-alone': ({ name, domain: { domain: of }, path }) => [
    seen('name', text(name)),
    seen('domain', of),
    seen('path', text(path)),
  ],
  'set-same-site': sameSite,
  'set-none-secure': ({ line }) => [seen('same-site', sameSiteWords(line.sameSite)), seen('secure', String(line.secure))],
  'set-prefix-secure': ({ prefix }) => [seen('prefix', prefix)],
  'set-prefix-host': ({ prefix, line, path }) => [
    seen('prefix', prefix),
    ...(line.domain === null ? [] : [seen('domain', text(line.domain))]),
    seen('path', text(path)),
  ],
  'set-prefix-http': (scene) => [seen('prefix', scene.prefix), ...via(scene)],
  'set-partitioned': ({ partition }) => seenKey(partition),
  'set-third-party': ({ access }) => [seen('policy', typeof access.policy === 'string' ? access.policy : 'unknown')],
  'set-overwrite-http-only': via,
};

/** The values a step on setting looked at. */
export const sawOf = (id: string, scene: SetScene): readonly Seen[] => LOOKS[id]?.(scene) ?? [];

const timeText = (ms: number): string => (Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : ms < 0 ? '-∞' : '∞');
