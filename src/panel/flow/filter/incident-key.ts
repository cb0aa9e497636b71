import type { KindId } from '../../../analysis/incidents/all-kinds';
import type { FilterKey, Test } from './filter-key';
import { tokens } from './token';

/** Every kind there is: a new one that is missing here is a type error. */
const KINDS: Readonly<Record<KindId, true>> = {
  'applications-overwrite': true,
  'chunks-incomplete': true,
  'cookie-limits': true,
  'csrf-check': true,
  'dead-on-arrival': true,
  'deleted-meanwhile': true,
  'embedded-session': true,
  'federated-sign-in': true,
  'one-browser-only': true,
  'preflight-refused': true,
  'prefetch-signs-out': true,
  'scheme-change': true,
  'second-cookie-lost': true,
  'session-lost': true,
  'session-not-set': true,
  'sign-in-loop': true,
  'sign-out-ineffective': true,
  'store-not-shared': true,
  'wrong-cookie-first': true,
};
const KIND_IDS = Object.keys(KINDS);

/** `is:incident`: rows of any incident. */
export const isIncident: Test = ({ row }, { incidents }) => incidents.has(row.id);

/** `incident:sign-in-loop`: rows of incidents of this kind. */
export const INCIDENT_KEY: FilterKey = {
  values: KIND_IDS,
  test: ({ value }) => {
    if (value === '') return { kind: 'no-value', key: 'incident' };
    const wanted = value.toLowerCase();
    if (!Object.hasOwn(KINDS, wanted)) return { kind: 'unknown-value', key: 'incident', value, known: KIND_IDS };
    return ({ row }, { incidents }) => incidents.get(row.id)?.has(wanted) === true;
  },
};

/** Whether an answer of the filter hangs on the incidents. */
export const asksIncident = (text: string): boolean =>
  tokens(text).some(({ key, value }) => key === 'incident' || (key === 'is' && value.toLowerCase() === 'incident'));
