import type { Attribution, ByScript } from '../analysis/replay/rows/attribution';
import type { ChangeOutcome } from '../analysis/replay/rows/exchange';
import { say } from './catalogue';
import { choiceText, listText } from './format';

/** How many of the candidates a row of the list has room for. */
const SHORT = 2;

/** Who changed a cookie, for a row of the list: "not recorded: a script, another tab…". */
export function attributionWords(attribution: Attribution): string {
  switch (attribution.kind) {
    case 'not-recorded': {
      const who = attribution.candidates.slice(0, SHORT).map((each) => say(`candidate.${each}.short`));
      return say('change-by.not-recorded', { who: listText(who) });
    }
    case 'other-tab':
      return say(attribution.tabId < 0 ? 'change-by.worker' : 'change-by.other-tab');
    case 'user':
      return say(`change-by.${attribution.by}`);
    case 'script':
      return say('change-by.script', { place: placeWords(attribution) });
    case 'clear-site-data':
    case 'expiry':
    case 'eviction':
      return say(`change-by.${attribution.kind}`);
    default:
      return attribution satisfies never;
  }
}

/** What became of the cookie and who did it, as one sentence. */
export function changedText(outcome: ChangeOutcome, attribution: Attribution): string {
  if (outcome === 'expired' || outcome === 'evicted') return say(`sentence.${outcome}`);
  return say('sentence.change', { what: say(`changed.${outcome}`), by: byWords(attribution) });
}

function byWords(attribution: Attribution): string {
  switch (attribution.kind) {
    case 'other-tab':
      return say(attribution.tabId < 0 ? 'changed.by.worker' : 'changed.by.other-tab', { host: attribution.host });
    case 'user':
      return say(`changed.by.${attribution.by}`);
    case 'script':
      return say('changed.by.script', { place: placeWords(attribution) });
    case 'clear-site-data':
      return say('changed.by.clear-site-data');
    case 'not-recorded':
      return say(attribution.candidates.includes('late-response') ? 'changed.by.late-response' : 'changed.by.not-recorded');
    case 'expiry':
    case 'eviction':
      return say('changed.by.not-recorded');
    default:
      return attribution satisfies never;
  }
}

/** The place in the script that made a change: "app.js:12", or the page where no place is known. */
export function placeWords({ stack, documentUrl }: ByScript): string {
  const [innermost] = stack;
  return innermost ? `${fileOf(innermost.url)}:${innermost.line}` : fileOf(documentUrl);
}

const fileOf = (url: string): string => /([^/?#]+)\/?(?:[?#].*)?$/.exec(url)?.[1] ?? url;

/** Everybody who can have made a change of which nobody is known, and who cannot. */
export function candidatesText({ candidates }: Extract<Attribution, { kind: 'not-recorded' }>): string {
  const who = candidates.map((each) => say(`candidate.${each}`));
  const all = say('changed.candidates', { who: choiceText(who) });
  return candidates.includes('script') ? all : `${all} ${say('changed.no-script')}`;
}
