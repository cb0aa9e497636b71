import { parseArgs } from 'node:util';
import { PROFILES, type Profile } from '../../analysis/engine/base/profile';
import { NotInFormat } from './not-in-format';

export const THIRD_PARTY = ['default', 'allow', 'block', 'partition'] as const;
export type ThirdPartyOption = (typeof THIRD_PARTY)[number];

export interface SimulateOptions {
  readonly file: string;
  readonly profile: Profile;
  readonly thirdParty: ThirdPartyOption;
  /** Whose names the reasons are given in. */
  readonly reasons: 'own' | 'cdp';
}

const USAGE =
  'usage: simulate FILE.json --profile spec|chromium|firefox [--third-party default|allow|block|partition] [--reasons cdp]';

/** @throws NotInFormat with the usage, where the command line makes no sense */
export function simulateOptions(argv: readonly string[]): SimulateOptions {
  const { positionals, values } = parsed(argv);
  const [file, ...others] = positionals;
  const profile = PROFILES.find((name) => name === values.profile);
  const thirdParty = THIRD_PARTY.find((name) => name === (values['third-party'] ?? 'default'));
  if (file === undefined || others.length > 0 || profile === undefined || thirdParty === undefined) throw new NotInFormat(USAGE);
  if (values.reasons !== undefined && (values.reasons !== 'cdp' || profile !== 'chromium')) throw new NotInFormat(USAGE);
  return { file, profile, thirdParty, reasons: values.reasons === undefined ? 'own' : 'cdp' };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { profile: { type: 'string' }, 'third-party': { type: 'string' }, reasons: { type: 'string' } },
    });
  } catch {
    // An option nobody knows, or one without its value: the usage line says it all.
    throw new NotInFormat(USAGE);
  }
}
