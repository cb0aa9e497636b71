import type { RequestSent } from '../../facts/fact';

/** The value of a request header that is recorded; null = it was not there. @param name in lower case */
export const headerOf = ({ headers }: RequestSent, name: string): string | null =>
  headers.find((each) => each.name === name)?.value ?? null;
