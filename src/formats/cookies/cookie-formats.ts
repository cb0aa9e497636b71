import type { CookieFormat } from './cookie-format';
import { cookieHeaderFormat, curl } from './cookie-header';
import { csv } from './csv';
import { cdp, cookieEditor, playwright, puppeteer } from './json-formats';
import { netscape } from './netscape';
import { ownCookiesFormat } from './own-cookies';

/** In the order in which they are offered. */
export const COOKIE_FORMATS = [
  'json',
  'netscape',
  'header',
  'curl',
  'playwright',
  'puppeteer',
  'cdp',
  'cookie-editor',
  'csv',
] as const;
export type CookieFormatId = (typeof COOKIE_FORMATS)[number];

/** @param redacted whether the cookies to be written are, which our own file says */
export function cookieFormat(id: CookieFormatId, redacted: boolean): CookieFormat {
  switch (id) {
    case 'json':
      return ownCookiesFormat(redacted);
    case 'netscape':
      return netscape;
    case 'header':
      return cookieHeaderFormat;
    case 'curl':
      return curl;
    case 'playwright':
      return playwright;
    case 'puppeteer':
      return puppeteer;
    case 'cdp':
      return cdp;
    case 'cookie-editor':
      return cookieEditor;
    case 'csv':
      return csv;
    default:
      return id satisfies never;
  }
}
