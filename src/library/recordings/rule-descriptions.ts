import { plain } from '../../analysis/rules/engine/sentence';
import { byRole } from '../../analysis/rules/engine/severity';
import { rules } from '../../analysis/rules/registry';

/** A rule that findings come from. */
export interface RuleDescription {
  readonly id: string;
  /** What it looks at. */
  readonly scope: string;
  /** The remedy in a few words. */
  readonly title: string;
  /** Why it matters, whatever the cookie. */
  readonly why: string;
  /** By what the cookie is for: how severe a finding is; null = there is none. */
  readonly severity: Readonly<Record<string, 'error' | 'warning' | 'note' | null>>;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** Every rule, in the order of their names. */
export const ruleDescriptions: readonly RuleDescription[] = rules.map(({ id, scope, title, why, severity, links }) => ({
  id,
  scope,
  title,
  why: plain(why),
  severity: Object.fromEntries(byRole(severity)),
  links,
}));
