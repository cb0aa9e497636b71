import { text } from '../analysis/engine/base/bytes';
import type { Identity } from '../analysis/engine/jar/identity';
import type { NearMiss } from '../analysis/story/near-misses';
import type { Particular } from '../analysis/story/particulars';
import type { ScopePart } from '../analysis/story/scope';
import type { SiteObstacle } from '../analysis/story/site-obstacle';
import { say, sayCount } from './catalogue';
import { listText } from './format';
import { lengthOf } from './length';

/** What is particular to one cookie of one request, as a sentence. */
export function particularText(particular: Particular): string {
  switch (particular.kind) {
    case 'domain':
      return say(`domain-shape.${particular.shape}`, { written: text(particular.written) });
    case 'joined':
      return say('particular.joined', { name: text(particular.name) });
    case 'cut-value':
      return say('particular.cut-value', { rest: text(particular.rest) });
    case 'past':
      return say(particular.dated ? 'particular.past-dated' : 'particular.past', { length: lengthOf(particular.by / 1000) });
    case 'default-path':
      return say('particular.default-path', { url: particular.setBy, path: text(particular.path) });
    case 'other-port':
      return say('particular.other-port', { host: particular.setBy });
    case 'young':
    case 'omission-inferred':
      return say(`particular.${particular.kind}`);
    case 'left-over-chunk': {
      const { name, count, writtenBy } = particular.chunk;
      return sayCount('particular.left-over-chunk', count, { name, url: writtenBy });
    }
    case 'site':
      return obstacleText(particular.obstacle);
    default:
      return particular satisfies never;
  }
}

function obstacleText(obstacle: SiteObstacle): string {
  switch (obstacle.kind) {
    case 'top-page':
    case 'frame-between':
    case 'scheme':
      return say(`obstacle.${obstacle.kind}`, { origin: obstacle.origin, host: obstacle.host });
    case 'initiator':
    case 'redirect':
      return say(`obstacle.${obstacle.kind}`, { origin: obstacle.origin });
    case 'opaque':
      return say('obstacle.opaque');
    default:
      return obstacle satisfies never;
  }
}

/** Where a cookie lives and why it cannot go with the request. */
export function nearMissText({ cookie, elsewhere }: NearMiss): string {
  const name = text(cookie.name) || say('bead.nameless');
  switch (elsewhere.kind) {
    case 'host-only':
    case 'www':
    case 'loopback':
      return say(`near.${elsewhere.kind}`, { name, host: elsewhere.host });
    case 'other-domain':
      return say('near.other-domain', { name, domain: elsewhere.domain });
    case 'partition':
    case 'partition-scheme':
      return say(`near.${elsewhere.kind}`, { name, site: elsewhere.site });
    default:
      return elsewhere satisfies never;
  }
}

/** The parts of an identity that matter, as one would write them: "Path=/, no partition". */
export const scopeText = (identity: Identity, parts: readonly ScopePart[]): string =>
  listText(parts.map((part) => partText(identity, part)));

function partText({ path, domain, hostOnly, partition }: Identity, part: ScopePart): string {
  switch (part) {
    case 'path':
      return say('scope.path', { path: text(path) });
    case 'domain':
      return hostOnly ? say('scope.host', { host: domain }) : say('scope.domain', { domain });
    case 'partition':
      return partition === null ? say('scope.no-partition') : say('scope.partition', { site: partition.topLevelSite });
    default:
      return part satisfies never;
  }
}
