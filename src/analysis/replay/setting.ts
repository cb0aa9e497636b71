import type { Bytes } from '../facts/units';
import type { SetCookie } from '../header/parsed-line';
import { parseSetCookie } from '../header/set-cookie';
import type { Identity } from '../jar/identity';
import type { Jar } from '../jar/jar';
import { isOver, type StoredCookie } from '../jar/stored-cookie';
import type { Access } from '../verdict/access';
import { isUnknown } from '../verdict/context';
import { decideSet } from '../verdict/on-set';
import { setScene } from '../verdict/set-scene';
import type { Prediction } from '../verdict/verdict';
import { type Credentials, settingWith } from './credentials';
import type { SetOutcome } from './exchange';

/** A Set-Cookie line as the engine sees it, before anything was observed. */
export interface JudgedLine {
  readonly line: Bytes;
  readonly parsed: SetCookie;
  /** As it would stand in the jar: Firefox takes a line without an equals sign as a name. */
  readonly value: Bytes;
  readonly predicted: Prediction<SetOutcome>;
  /** What the line is about, whether or not it may be stored. */
  readonly target: Identity;
  /** Whether the engine can say in which partition it lands. */
  readonly partitionKnown: boolean;
  readonly deletes: boolean;
  readonly previous: StoredCookie | null;
  /** What it stores, or would if what is missing turned out well; null = nothing. */
  readonly cookie: StoredCookie | null;
}

export function judgeLine(jar: Jar, access: Access, credentials: Credentials, line: Bytes): JudgedLine {
  const parsed = parseSetCookie(line, access.profile);
  const { outcome, reasons, missing, cookie, previous } = decideSet(jar, access, parsed);
  const { name, value, domain, path, partition, lifetime } = setScene(jar, access, parsed);
  const partitionKnown = !isUnknown(partition);
  return {
    line,
    parsed,
    value,
    predicted: settingWith<SetOutcome>(credentials, { outcome, reasons, missing: [...new Set(missing)] }),
    target: { name, domain: domain.domain, hostOnly: domain.hostOnly, path, partition: partitionKnown ? partition : null },
    partitionKnown,
    deletes: isOver(lifetime, access.at),
    previous,
    cookie,
  };
}
