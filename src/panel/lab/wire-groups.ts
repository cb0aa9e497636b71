import type { Bytes } from '../../analysis/engine/base/units';
import type { Profile, Verdict } from '../../analysis/engine/verdict/verdict';
import type { Bead } from '../../analysis/story/bead';
import { type DrawnBead, drawn } from '../shared/presentation/bead-words';
import type { Tried, TriedLine } from '../state/tried';

/** What one or several browsers make of a trial alike, as the beads of its two requests. All of it is predicted. */
export interface WireGroup {
  readonly profiles: readonly Profile[];
  /** Of every line of the response. */
  readonly set: readonly DrawnBead[];
  /** With the request that follows: what goes, and what stays. */
  readonly sent: readonly DrawnBead[];
  readonly withheld: readonly DrawnBead[];
}

/** The key of a line's bead on the wire of the response. */
export const lineBeadKey = (index: number): string => `line/${index}`;

/** The line that a bead is of; null = none is known. */
export const lineOfBead = (key: string): number | null => {
  const [, index] = /\/(\d+)$/.exec(key) ?? [];
  return index === undefined ? null : Number(index);
};

/** Browsers with the same beads share a drawing. @param selected place of the line that is taken apart */
export function wireGroups(tried: Tried, selected: number): readonly WireGroup[] {
  const groups: WireGroup[] = [];
  for (const { profile, decision, verdict, sending } of tried.verdicts) {
    const set = tried.lines.map((line) => setBead(line, profile, line.index === selected ? verdict : null));
    const header = tried.headers.find((each) => each.profile === profile)?.header ?? ('' as Bytes);
    const sent = pairsOf(header).map(([name, value], at) => sentBead({ name, value, at, lines: tried.lines }));
    const stays = sending !== null && sending.outcome !== 'sent' && decision.cookie !== null ? [decision.cookie] : [];
    const withheld = stays.map(({ name, value }) =>
      predicted({
        key: `held/${selected}`,
        kind: sending?.outcome === 'withheld' ? 'withheld' : 'unknown',
        name,
        value,
        verdict: sending?.verdict ?? null,
      }),
    );
    const like = groups.find(
      (group) => JSON.stringify([group.set, group.sent, group.withheld]) === JSON.stringify([set, sent, withheld]),
    );
    if (like === undefined) groups.push({ profiles: [profile], set, sent, withheld });
    else groups[groups.indexOf(like)] = { ...like, profiles: [...like.profiles, profile] };
  }
  return groups;
}

function setBead({ index, parsed: { name, value }, outcomes }: TriedLine, profile: Profile, verdict: Verdict | null): DrawnBead {
  const outcome = outcomes.find((each) => each.profile === profile)?.outcome ?? 'cannot-tell';
  return predicted({ key: lineBeadKey(index), kind: outcome === 'cannot-tell' ? 'unknown' : outcome, name, value, verdict });
}

interface SentPair {
  readonly name: Bytes;
  readonly value: Bytes;
  /** Its place in the header. */
  readonly at: number;
  readonly lines: readonly TriedLine[];
}

/** A later line of a name has written over an earlier one. */
function sentBead({ name, value, at, lines }: SentPair): DrawnBead {
  const line = lines.findLast(({ parsed }) => parsed.name === name && parsed.value === value);
  return predicted({ key: `sent.${at}/${line?.index ?? ''}`, kind: 'sent', name, value, verdict: null });
}

type PredictedBead = Pick<Bead, 'key' | 'kind' | 'name' | 'value'> & { readonly verdict: Verdict | null };

function predicted({ key, kind, name, value, verdict }: PredictedBead): DrawnBead {
  return drawn({
    key,
    kind,
    name,
    value,
    evidence: kind === 'unknown' ? 'cannot-tell' : 'predicted',
    agreement: 'not-observed',
    reason: verdict?.reasons[0] ?? null,
    missing: [],
    place: { exchange: 'lab', list: kind === 'sent' ? 'cookies' : kind === 'withheld' ? 'withheld' : 'lines', index: 0 },
  });
}

/** The pairs of a Cookie header; one without a name has its value alone. */
const pairsOf = (header: Bytes): readonly (readonly [Bytes, Bytes])[] =>
  header === ''
    ? []
    : header.split('; ').map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, Math.max(0, at)) as Bytes, pair.slice(at + 1) as Bytes] as const;
      });
