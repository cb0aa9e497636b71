import { asJarCookie } from '../../../analysis/facts/jar-cookie';
import type { Incident } from '../../../analysis/incidents/incidents';
import type { Replay } from '../../../analysis/replay/replay';
import type { Exchange, SetLine } from '../../../analysis/replay/rows/exchange';
import type { Finding } from '../../../analysis/rules/audit';
import type { LineOverride } from '../../../protocol/line-override';
import type { Fixable } from './explained';

/** A recorded line that a correction is of. */
export interface OverrideOf {
  /** All of an override but the corrected line. */
  readonly override: Omit<LineOverride, 'line'>;
  readonly exchange: Exchange;
  /** Of the line in its response. */
  readonly index: number;
}

/** What a corrected line of this bead would override; null = no recorded response set the cookie. */
export function overrideOfBead({ exchange, list, index }: Fixable, replay: Replay): OverrideOf | null {
  if (list === 'lines') {
    const line = exchange.lines[index];
    return line === undefined ? null : ofLine(exchange, line, replay);
  }
  const withheld = exchange.withheld[index];
  const setter = withheld && replay.setterOf(withheld.cookie);
  return setter ? ofLine(setter.exchange, setter.line, replay) : null;
}

/** The same of a finding. */
export function overrideOfFinding({ subject }: Finding, replay: Replay): OverrideOf | null {
  const line = subject.kind === 'line' ? subject : subject.kind === 'cookie' ? subject.lines[0] : undefined;
  return line === undefined ? null : ofLine(line.exchange, line.set, replay);
}

/** The same of an incident: of the first line or withheld cookie in its chain. */
export function overrideOfIncident({ chain }: Incident, replay: Replay): OverrideOf | null {
  for (const { row, bead } of chain) {
    const found = overrideOfKey(row, bead, replay);
    if (found !== null) return found;
  }
  return null;
}

/** The same of a bead by its key, as `story` keys it; null = it is none of a line or of a withheld cookie. */
export function overrideOfKey(row: string, bead: string | null, replay: Replay): OverrideOf | null {
  const [, list, index] = /\/(lines|withheld)\/(\d+)$/.exec(bead ?? '') ?? [];
  const place = replay.place(row);
  const exchange = place === null ? undefined : replay.rows[place];
  if (list === undefined || exchange?.kind !== 'exchange') return null;
  return overrideOfBead({ exchange, list: list as Fixable['list'], index: Number(index) }, replay);
}

function ofLine(exchange: Exchange, { index, target, predicted, observed }: SetLine, replay: Replay): OverrideOf {
  const outcome = observed.outcome === 'not-observed' ? predicted.outcome : observed.outcome;
  const present = replay.jar.find(target) ?? null;
  const shown = present === null ? null : asJarCookie(present);
  return { override: { url: exchange.url, present: shown, isTaken: outcome !== 'rejected' }, exchange, index };
}
