import { text } from '../../../analysis/engine/base/bytes';
import type { Bytes } from '../../../analysis/engine/base/units';
import type { ChangeRow } from '../../../analysis/replay/rows/exchange';
import type { Basis, Bead, BeadKind } from '../../../analysis/story/bead';
import { say } from '../../../words/catalogue';
import { listText } from '../../../words/format';
import { visibleString } from '../parts/visible';

export type ShownVerdict = BeadKind | 'expired' | 'evicted';

/** A bead as it is drawn: finished words. */
export interface DrawnBead {
  readonly key: string;
  readonly name: string;
  readonly value: Bytes;
  readonly verdict: ShownVerdict;
  readonly evidence: Basis;
  readonly differs: boolean;
  /** The user changed what the server wrote. */
  readonly byUser: boolean;
  readonly side: 'request' | 'response';
  /** For a withheld one: the reason in three to six words. */
  readonly chip: string | null;
  /** What is said after the name: ", rejected, observed". */
  readonly said: string;
  /** All of it, for a tooltip: "__Host-prefs, rejected, observed". */
  readonly label: string;
}

/** The words of a bead of the story. @param byUser whether the user changed what the server wrote */
export function drawn(bead: Bead, byUser = false): DrawnBead {
  const differs = bead.agreement === 'differs';
  const chip = bead.kind === 'withheld' ? reasonChip(bead) : null;
  const name = nameText(bead.name);
  return {
    key: bead.key,
    name,
    value: bead.value,
    verdict: bead.kind,
    evidence: bead.evidence,
    differs,
    byUser,
    side: bead.place.list === 'lines' ? 'response' : 'request',
    chip,
    ...saidOf(name, bead.kind, bead.evidence, [chip, differs ? say('bead.differs') : null, byUser ? say('bead.by-user') : null]),
  };
}

/** A change that no response explains, as a bead. */
export function drawnChange(write: ChangeRow): DrawnBead {
  const name = nameText(write.change.cookie.name);
  const { outcome } = write;
  const byUser = write.attribution.kind === 'user';
  return {
    key: `${write.id}/write`,
    name,
    value: write.change.cookie.value,
    verdict: outcome,
    evidence: 'observed',
    differs: false,
    byUser,
    side: 'response',
    chip: null,
    ...saidOf(name, outcome, 'observed', [byUser ? say('bead.by-user') : null]),
  };
}

export const nameText = (name: Bytes): string => (name === '' ? say('bead.nameless') : text(name));

function saidOf(name: string, verdict: ShownVerdict, evidence: Basis, more: readonly (string | null)[]) {
  const words = [say(`verdict.${verdict}`), say(`evidence.${evidence}`), ...more.filter((each) => each !== null)];
  const said = `, ${listText(words)}`;
  return { said, label: visibleString(name) + said };
}

function reasonChip({ reason, missing }: Bead): string {
  if (reason === null) return say(missing.length > 0 ? 'bead.cannot-tell' : 'bead.no-reason');
  return say(`reason.${reason}.chip`);
}
