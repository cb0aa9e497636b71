import type { Candidate } from '../../../src/analysis/replay/rows/attribution';
import type { ChangeRow } from '../../../src/analysis/replay/rows/exchange';
import type { BrowserName } from '../run';
import type { PlayedAction } from './play';
import { cookieText, type Found, makersText } from './statements';
import { clearings, clears, clearsIt, isUnplanned, type Made, type Truth } from './truth';
import { floods } from './walk';

/** Holds what is said of the origin of a change against who made it. */
export function judgeChange(
  row: ChangeRow,
  truth: Truth,
  { browser, recordedLines }: { readonly browser: BrowserName; readonly recordedLines: ReadonlySet<string> },
): readonly Found[] {
  const { change, attribution } = row;
  const { cookie, removed, at } = change;
  const said = `${cookieText(cookie)} ${removed ? 'removed' : 'set'} (${row.outcome}): ${JSON.stringify(attribution)}`;
  const found = (what: string, makers: readonly Made[]): readonly Found[] => [
    { kind: 'origin', what: `${row.outcome} ${attribution.kind}: ${what}`, said, truth: makersText(makers) },
  ];
  const makers = removed ? endings(row, truth) : truth.makers(cookie);
  const isCleared = (by: 'own' | 'other'): boolean =>
    near(truth, at).some((played) => clearings(played)[by].some((hop) => clearsIt(hop, cookie, browser)));
  switch (attribution.kind) {
    case 'expiry':
      return cookie.expires !== null && cookie.expires <= at + 1500 ? [] : found('its time was not up', makers);
    case 'eviction':
      return truth.mayEvict(at) ? [] : found('nothing was thrown out', makers);
    case 'clear-site-data':
      return isCleared('own') ? [] : found('no response cleared it', makers);
    case 'other-tab':
      if (attribution.by === 'clear-site-data')
        return isCleared('other') ? [] : found('no other tab’s response cleared it', makers);
      return makers.some(({ maker }) => maker.kind === 'other-tab') ? [] : found('no other tab’s response', makers);
    case 'script':
      return found('no script is traced', makers);
    case 'user':
      return found('nothing was written with this tool', makers);
    case 'not-recorded':
      break;
    default:
      return attribution satisfies never;
  }
  if (isUnplanned(cookie))
    return attribution.candidates.includes('devtools-request') ? [] : found('DevTools is no candidate', makers);
  const isCertain = removed ? makers.length === 1 && !near(truth, at).some(empties) : makers.length > 0;
  if (!isCertain) return [];
  if (makers.every(({ maker }) => maker.kind === 'line' && recordedLines.has(maker.hop.id)))
    return attribution.candidates.includes('late-response') ? [] : found('a recorded response did it', makers);
  return makers.some((made) => isAmong(attribution.candidates, made)) ? [] : found('the author is no candidate', makers);
}

/** The action of a time, and the one before it. */
function near(truth: Truth, at: number): readonly PlayedAction[] {
  const action = truth.actionAt(at);
  return action === null ? [] : [action, truth.before(action)].filter((each) => each !== null);
}

/** Whether cookies go of which no line and no script says so. */
const empties = (played: PlayedAction): boolean => clears(played) || floods(played.action);

function isAmong(candidates: readonly Candidate[], { maker }: Made): boolean {
  switch (maker.kind) {
    case 'line':
      return true;
    case 'script':
      return candidates.includes('script');
    case 'other-tab':
      return candidates.includes('other-tab');
    case 'devtools':
      return candidates.includes('devtools-request');
    case 'user':
      return candidates.includes('user') || candidates.includes('extension');
    default:
      return maker satisfies never;
  }
}

/** What ended cookies of this name in the action in which it happened. */
function endings({ change: { cookie, at } }: ChangeRow, truth: Truth): readonly Made[] {
  const action = truth.actionAt(at);
  if (action === null) return [];
  return truth.touching(action, cookie.name).filter(({ line }) => line.life === 'deletes' || line.life === 'dead');
}
