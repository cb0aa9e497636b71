import { describe, expect, test } from 'vitest';
import { ATTRIBUTE_NAMES } from '../analysis/engine/header/parsed-line';
import { SEND_REASONS, SET_REASONS } from '../analysis/engine/verdict/cdp-names';
import { RULE_IDS } from '../analysis/rules/registry';
import { ROLES } from '../analysis/session/shared/role-kinds';
import { about, type Topic } from './about';

const TOPICS: readonly Topic[] = [
  ...ATTRIBUTE_NAMES.map((name) => ({ kind: 'attribute', name }) as const),
  ...(['secure', 'host', 'http', 'host-http'] as const).map((name) => ({ kind: 'prefix', name }) as const),
  ...[...SET_REASONS, ...SEND_REASONS].map((name) => ({ kind: 'reason', name }) as const),
  ...ROLES.map((name) => ({ kind: 'role', name }) as const),
  ...RULE_IDS.map((name) => ({ kind: 'finding', name }) as const),
];

const STANDARD =
  /^https:\/\/(?:datatracker\.ietf\.org|www\.rfc-editor\.org|fetch\.spec\.whatwg\.org|github\.com\/(?:privacycg\/CHIPS|OWASP\/ASVS)|owasp\.org)/;
const MDN = /^https:\/\/developer\.mozilla\.org\/en-US\//;

describe('every topic is explained, with a link into a standard and one to MDN', () => {
  test.each(TOPICS.map((topic) => [`${topic.kind} ${topic.name}`, topic] as const))('%s', (_, topic) => {
    const { title, text, links } = about(topic);
    expect(title).not.toBe('');
    expect(text.split(' ').length).toBeGreaterThan(4);
    expect(links.some(({ url }) => STANDARD.test(url))).toBe(true);
    expect(links.some(({ url }) => MDN.test(url))).toBe(true);
  });
});
