import { MAX_PAIR } from '../header/limits';
import type { DomainFault } from './domain';
import { cannotTell, failed, type Judgement, NOT_APPLICABLE, PASSED } from './judgement';
import type { SetScene } from './set-scene';
import { passedOr, type SetStep } from './set-step';

const COOKIEABLE = new Set(['http', 'https', 'ws', 'wss']);
const BEYOND_ASCII = /[\x80-\xff]/;

/** The checks of URL, octets, name and value. */
export const LINE_STEPS: readonly SetStep[] = [
  { id: 'set-url', section: '§5.7', judge: url },
  { id: 'set-control-characters', section: '§5.6 step 1', judge: control },
  { id: 'set-tab', section: 'browsers', judge: tab },
  { id: 'set-empty', section: '§5.7 step 2', judge: empty },
  { id: 'set-pair-size', section: '§5.7 step 4', judge: size },
  { id: 'set-nameless', section: 'browsers', judge: nameless },
];

/** The checks of lifetime, Domain and Path. */
export const PLACE_STEPS: readonly SetStep[] = [
  { id: 'set-lifetime', section: '§5.7 step 3', judge: lifetime },
  { id: 'set-domain-ascii', section: '§5.7 step 8', judge: domainAscii },
  { id: 'set-public-suffix', section: '§5.7 step 9', judge: publicSuffix },
  { id: 'set-domain-match', section: '§5.7 step 10', judge: domainMatch },
  { id: 'set-path', section: 'layered-cookies', judge: path },
];

/** Whether none of these steps objects. */
export const isLineFine = (scene: SetScene): boolean =>
  url(scene).fine && control(scene).fine && tab(scene).fine && empty(scene).fine && size(scene).fine && nameless(scene).fine;

/** Whether none of these steps objects. */
export const isPlaceFine = (scene: SetScene): boolean =>
  lifetime(scene).fine && domainAscii(scene).fine && publicSuffix(scene).fine && domainMatch(scene).fine && path(scene).fine;

function control({ line }: SetScene): Judgement {
  return passedOr('syntax-control-character', line.control === -1);
}

function empty({ line }: SetScene): Judgement {
  return passedOr('syntax-empty', line.name !== '' || line.value !== '');
}

function url({ access: { parts } }: SetScene): Judgement {
  return parts === null
    ? cannotTell('url')
    : passedOr('scheme-not-cookieable', parts.scheme === 'https' || COOKIEABLE.has(parts.scheme));
}

function tab({ line, access }: SetScene): Judgement {
  return access.profile === 'chromium' ? passedOr('syntax-tab', line.tab === -1) : NOT_APPLICABLE;
}

function size({ line }: SetScene): Judgement {
  return passedOr('syntax-pair-too-long', line.name.length + line.value.length <= MAX_PAIR);
}

function nameless({ name, value, access: { conduct } }: SetScene): Judgement {
  if (name !== '') return NOT_APPLICABLE;
  if (conduct.emptyName === 'refused') return failed('syntax-nameless');
  return passedOr('syntax-nameless-equals', conduct.namelessEquals === 'kept' || !value.includes('='));
}

function lifetime({ line, access }: SetScene): Judgement {
  if (line.maxAge === null && line.expires === null) return NOT_APPLICABLE;
  return Number.isNaN(access.at) ? cannotTell('clock') : PASSED;
}

function domainAscii(scene: SetScene): Judgement {
  return domain(scene, 'domain-non-ascii');
}

function publicSuffix(scene: SetScene): Judgement {
  return domain(scene, 'domain-public-suffix');
}

function domainMatch(scene: SetScene): Judgement {
  return domain(scene, scene.domain.fault === 'domain-invalid' ? 'domain-invalid' : 'domain-mismatch');
}

/** Each of the three steps on Domain fails for its own fault; past an earlier one there is nothing left to look at. */
function domain({ domain: { fault }, line }: SetScene, own: DomainFault): Judgement {
  if (fault !== null) return fault === own ? failed(fault) : NOT_APPLICABLE;
  return line.domain === null || line.domain === '' ? NOT_APPLICABLE : PASSED;
}

function path({ path: own, access: { conduct } }: SetScene): Judgement {
  if (conduct.pathNonAscii === 'refused' && BEYOND_ASCII.test(own)) return failed('path-non-ascii');
  if (conduct.longPath !== null && own.length > conduct.longPath) return failed('path-too-long');
  return passedOr('path-tab', conduct.pathTab === 'kept' || !own.includes('\t'));
}
