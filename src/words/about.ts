import type { AttributeName } from '../analysis/engine/header/parsed-line';
import type { NamePrefix } from '../analysis/engine/header/prefix';
import type { Reason } from '../analysis/engine/verdict/verdict';
import { type Link, mdn, rfc, SECURE_COOKIES } from '../analysis/rules/engine/link';
import { plain } from '../analysis/rules/engine/sentence';
import { type RuleId, rules } from '../analysis/rules/registry';
import type { Role } from '../analysis/session/shared/role-kinds';
import { attributeLinks, prefixLinks, reasonLinks } from './about-links';
import { say } from './catalogue';

/** Something of cookies that has an explanation. */
export type Topic =
  | { readonly kind: 'attribute'; readonly name: AttributeName }
  | { readonly kind: 'prefix'; readonly name: Exclude<NamePrefix, 'none'> }
  | { readonly kind: 'reason'; readonly name: Reason }
  | { readonly kind: 'role'; readonly name: Role }
  | { readonly kind: 'finding'; readonly name: RuleId };

/** What it is, why it matters and what the browser does; and where to read on, the standard first. */
export interface About {
  readonly title: string;
  readonly text: string;
  readonly links: readonly Link[];
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The explanation of a topic. */
export function about(topic: Topic): About {
  switch (topic.kind) {
    case 'attribute':
      return {
        title: say(`attribute.${topic.name}`),
        text: say(`about.attribute.${topic.name}`),
        links: attributeLinks(topic.name),
      };
    case 'prefix':
      return { title: PREFIXES[topic.name], text: say(`about.prefix.${topic.name}`), links: prefixLinks };
    case 'reason':
      return {
        title: say(`reason.${topic.name}.chip`),
        text: say(`reason.${topic.name}.sentence`),
        links: reasonLinks(topic.name),
      };
    case 'role':
      return { title: say(`role.${topic.name}`), text: say(`role.${topic.name}.what`), links: ROLE_LINKS };
    case 'finding': {
      const rule = byId.get(topic.name);
      return { title: rule?.title ?? '', text: rule === undefined ? '' : plain(rule.why), links: rule?.links ?? [] };
    }
    default:
      return topic satisfies never;
  }
}

const PREFIXES = { secure: '__Secure-', host: '__Host-', http: '__Http-', 'host-http': '__Host-Http-' } as const;

const ROLE_LINKS: readonly Link[] = [rfc('8.4'), mdn('Cookies', 'Guides/Cookies'), SECURE_COOKIES];
