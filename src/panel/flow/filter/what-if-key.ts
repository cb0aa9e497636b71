import { WHAT_IF_KINDS, type WhatIfKind } from '../../state/what-if-rows';
import type { FilterKey } from './filter-key';

const isKind = (value: string): value is WhatIfKind => (WHAT_IF_KINDS as readonly string[]).includes(value);

/** `what-if:loses`: rows that the what-if which was followed here names. */
export const WHAT_IF_KEY: FilterKey = {
  values: WHAT_IF_KINDS,
  test: ({ value }) => {
    if (value === '') return { kind: 'no-value', key: 'what-if' };
    const wanted = value.toLowerCase();
    if (!isKind(wanted)) return { kind: 'unknown-value', key: 'what-if', value, known: WHAT_IF_KINDS };
    return ({ row }, { whatIf }) => whatIf.get(wanted)?.has(row.id) === true;
  },
};
