import type { ParsedLine } from '../../src/analysis/engine/header/parsed-line';
import type { SetReason } from '../../src/analysis/engine/verdict/verdict';

/**
 * Firefox's console keys (`CookieRejected…` in necko.properties) in the order of its checks: it stops at the first.
 * null = refused without a word.
 */
const NAMES: readonly (readonly [SetReason, string | null])[] = [
  ['syntax-control-character', 'InvalidCharAttributes'],
  ['syntax-empty', 'EmptyNameAndValue'],
  ['syntax-pair-too-long', 'Oversize'],
  ['syntax-nameless', 'InvalidCharName'],
  ['path-tab', 'InvalidPath'],
  ['prefix-hidden', 'InvalidPrefix'],
  ['same-site-none-insecure', 'NoneRequiresSecure'],
  ['domain-non-ascii', 'InvalidDomain'],
  ['domain-public-suffix', 'InvalidDomain'],
  ['domain-mismatch', 'InvalidDomain'],
  ['http-only-from-script', 'HttpOnlyButFromScript'],
  ['prefix-secure', 'InvalidPrefix'],
  ['prefix-host-secure', 'InvalidPrefix'],
  ['prefix-host-domain', 'InvalidPrefix'],
  ['prefix-host-path', 'InvalidPrefix'],
  ['prefix-http-secure', 'InvalidPrefix'],
  ['prefix-http-http-only', 'InvalidPrefix'],
  ['prefix-http-from-script', 'InvalidPrefix'],
  ['secure-insecure-origin', 'SecureButNonHttps'],
  ['same-site-cross-site', 'ForNonSameSiteness'],
  ['partitioned-insecure', 'PartitionedRequiresSecure'],
  ['overwrite-secure', 'NonsecureOverSecure'],
  ['overwrite-http-only', null],
  ['third-party-blocked', 'ByPermissionManager'],
];

const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/;

/**
 * The key of the message Firefox logs for a refused line, without `CookieRejected`; null = it says nothing.
 * @param reasons the engine's, under the Firefox profile
 */
export function firefoxSetKey(reasons: readonly SetReason[], line: ParsedLine, via: 'http' | 'script'): string | null {
  const first = NAMES.find(([reason]) => reasons.includes(reason));
  if (first === undefined) return null;
  if (first[0] !== 'syntax-control-character') return first[1];
  // Of document.cookie such a text is dropped before the parser sees it.
  return via === 'script' ? null : placeOfControl(line);
}

/** The attributes are looked at before the pair. */
function placeOfControl({ line, nameSpan, valueSpan }: ParsedLine): string {
  if (CONTROL.test(line.slice(Math.max(valueSpan.end, nameSpan.end)))) return 'InvalidCharAttributes';
  return line.search(CONTROL) < nameSpan.end ? 'InvalidCharName' : 'InvalidCharValue';
}
