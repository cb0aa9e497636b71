import { VIEWS, type ViewId } from '../panel/state/choices';
import { TRIAL_REQUESTS, type TrialRequest } from '../panel/state/trial';

/** What stands in the page's address after `#`: choices out of fixed lists, and a link of the Lab, which holds no value. */
export interface PageState {
  readonly view?: ViewId;
  readonly as?: TrialRequest;
  readonly method?: 'GET' | 'POST';
  /** As `lab/lab-link` writes it; not read yet. */
  readonly lab?: string;
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
  const lab = said.get('lab') ?? '';
  return { ...(view && { view }), ...(as && { as }), ...(method && { method }), ...(lab && { lab }) };
}

const oneOf = <T extends string>(list: readonly T[], said: string | null): T | undefined => list.find((each) => each === said);
