import type { ThirdPartyPolicy } from '../engine/verdict/verdict';
import type { Digest } from '../facts/digest';
import type { RecorderStarted } from '../facts/fact';

export interface ReplayOptions {
  /** Until `recorder-started` tells. */
  readonly browser?: RecorderStarted['browser'];
  /** What the user assumes of third-party cookies where nothing tells; left out = nothing. */
  readonly thirdParty?: ThirdPartyPolicy;
  /** What the browser's own settings say of them; left out = they were not read. */
  readonly setting?: ThirdPartyPolicy;
  /** The digests of the recording; left out = other tabs' responses are known by name, host and time alone. */
  readonly digest?: Digest;
}
