import type { Severity } from '../../../analysis/rules/engine/severity';
import type { IconName } from '../parts/icon';

/** Picture and tint of a finding's severity, the same in every view. */
export const SEVERITY_STYLE: Readonly<Record<Severity, { readonly icon: IconName; readonly tone: string }>> = {
  error: { icon: 'error', tone: 'bad' },
  warning: { icon: 'warning', tone: 'warn' },
  note: { icon: 'info', tone: 'quiet' },
};
