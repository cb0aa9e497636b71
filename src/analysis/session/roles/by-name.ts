import type { Role } from '../shared/role-kinds';
import { bareName, type KnownName, knownName } from './names/known-names';
import { WORDS, wordsOf } from './names/words';
import { type RoleVote, votes } from './role-vote';

const DOCUMENTED = 4.5;

/** What a cookie's name says: its owner's documentation before the words it is made of. */
export function byName(name: string, domain: string): { readonly votes: readonly RoleVote[]; readonly known: KnownName | null } {
  const bare = bareName(name);
  const known = knownName(bare, domain);
  if (known !== null) {
    const kind = known.thirdParty ? 'name-of-third-party' : 'name-of-framework';
    return { votes: votes(kind, { [known.role]: DOCUMENTED }, { owner: known.owner, source: known.source }), known };
  }
  const words = wordsOf(bare);
  const joined = words.join('');
  const found: RoleVote[] = [];
  for (const [role, weights] of Object.entries(WORDS)) {
    const best = strongest([...words, joined], weights);
    if (best === null) continue;
    const isGuard = role === 'csrf-token' && best.weight > 3;
    found.push(...votes('name-has-word', { [role as Role]: best.weight, ...(isGuard ? NO_SESSION : {}) }, { word: best.word }));
  }
  return { votes: found, known: null };
}

/** Nobody names what signs in for what guards forms, however it is kept. */
const NO_SESSION = { 'session-id': -2, 'auth-token': -2, 'remember-me': -2 };

function strongest(words: readonly string[], weights: Readonly<Record<string, number>>) {
  let best: { readonly word: string; readonly weight: number } | null = null;
  for (const word of words) {
    const weight = Object.hasOwn(weights, word) ? (weights[word] ?? 0) : 0;
    if (weight > (best?.weight ?? 0)) best = { word, weight };
  }
  return best;
}
