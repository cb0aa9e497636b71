import type { CookieKey } from '../../../analysis/session/cookies/cookie-key';
import type { RoleVerdict } from '../../../analysis/session/shared/role-kinds';
import type { WhatIfRows } from '../../state/what-if-rows';
import type { FilterSubject } from './filter-subject';
import type { FilterToken } from './token';

/** What cookies are for, as far as it was concluded. */
export type Roles = ReadonlyMap<CookieKey, RoleVerdict>;

export const NO_ROLES: Roles = new Map();

/** Rows of incidents by their ids, with the kinds of incident that each is part of. */
export type IncidentRows = ReadonlyMap<string, ReadonlySet<string>>;

export const NO_INCIDENTS: IncidentRows = new Map();

/** What was concluded of the recording, and what a filter may ask of it. */
export interface FilterContext {
  /** What cookies are for, which `role:` asks. */
  readonly roles: Roles;
  /** Which rows are part of an incident, which `is:incident` and `incident:` ask. */
  readonly incidents: IncidentRows;
  /** Which rows a what-if names, which `what-if:` asks. */
  readonly whatIf: WhatIfRows;
}

export const NOTHING_CONCLUDED: FilterContext = { roles: NO_ROLES, incidents: NO_INCIDENTS, whatIf: new Map() };

export type Test = (subject: FilterSubject, concluded: FilterContext) => boolean;

/** Why a word of a filter means nothing. */
export type WordFault =
  | { readonly kind: 'unknown-key'; readonly key: string }
  | { readonly kind: 'unknown-value'; readonly key: string; readonly value: string; readonly known: readonly string[] }
  | { readonly kind: 'bad-regex' | 'hard-regex'; readonly source: string }
  | { readonly kind: 'bad-status'; readonly value: string }
  | { readonly kind: 'no-value'; readonly key: string };

export interface FilterKey {
  /** Every value there is, where they can be listed. */
  readonly values: readonly string[];
  readonly test: (token: FilterToken) => Test | WordFault;
}
