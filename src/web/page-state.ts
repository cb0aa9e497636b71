import { VIEWS, type ViewId } from '../panel/state/choices';
import { TRIAL_REQUESTS, type TrialRequest } from '../panel/state/trial';

/** What stands in the page's address after `#`: choices out of fixed lists only, so that no link can carry a value. */
export interface PageState {
  readonly view?: ViewId;
  readonly as?: TrialRequest;
  readonly method?: 'GET' | 'POST';
}

const METHODS = ['GET', 'POST'] as const;

/** `#view=lab&as=frame&method=POST` */
export const stateText = (state: PageState): string => `#${new URLSearchParams({ ...state })}`;

/** What an address says; what is in none of the lists is passed over. */
export function stateIn(hash: string): PageState {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const view = oneOf(VIEWS, said.get('view'));
  const as = oneOf(TRIAL_REQUESTS, said.get('as'));
  const method = oneOf(METHODS, said.get('method'));
  return { ...(view && { view }), ...(as && { as }), ...(method && { method }) };
}

const oneOf = <T extends string>(list: readonly T[], said: string | null): T | undefined => list.find((each) => each === said);
