import type { Request } from 'express';
import type { Switches } from '../web/switches';
import { cookieOf, lineOf, type ShopCookie, tokenCookie } from './cookies';

/** As much of a token as its first chunk holds. */
const CHUNK = 3000;

/** The Set-Cookie lines that carry a token: one, or with a flaw two that share it, or one with a tab in it. */
export function linesWith(token: string, switches: Switches): readonly string[] {
  const cookie = tokenCookie(switches);
  // The library would encode the tab, as it should.
  if (switches.has('token-with-tab')) return [lineOf(cookie, `of,${token}`).replace('of%2C', 'of\t')];
  if (!switches.has('token-in-chunks')) return [lineOf(cookie, token)];
  return [lineOf(numbered(cookie, 0), token.slice(0, CHUNK)), lineOf(numbered(cookie, 1), token.slice(CHUNK))];
}

/** The token that the browser brought; undefined = it brought none. */
export function tokenIn(request: Request, switches: Switches): string | undefined {
  const cookie = tokenCookie(switches);
  if (switches.has('token-in-chunks')) {
    const parts = [0, 1].map((number) => cookieOf(request, numbered(cookie, number)));
    return parts.every((part) => part === undefined) ? undefined : parts.join('');
  }
  const value = cookieOf(request, cookie);
  return switches.has('token-with-tab') ? value?.split('\t').at(-1) : value;
}

const numbered = ({ name, options }: ShopCookie, number: number): ShopCookie => ({ name: `${name}.${number}`, options });
