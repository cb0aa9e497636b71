import type { ResponseReceived } from './fact';

/**
 * Whether a response asks the browser to clear the cookies of its site; browsers heed that on secure connections only.
 * @see https://www.w3.org/TR/clear-site-data/#header
 */
export const clearsCookies = ({ headers }: Pick<ResponseReceived, 'headers'>): boolean =>
  headers.some(({ name, value }) => name === 'clear-site-data' && /"(?:cookies|\*)"/.test(value));
