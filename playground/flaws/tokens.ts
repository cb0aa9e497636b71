import type { Variant } from './variant';

/** Faults of the tokens that are signed in with under /token. */
export const TOKENS = [
  {
    id: 'jwt-no-exp',
    title: 'Token without exp',
    does: 'Issues tokens that never end.',
    finding: 'jwt-without-exp',
    way: 'token',
  },
  {
    id: 'jwt-alg-none',
    title: 'Token without a signature',
    does: 'Issues and accepts tokens with alg none, which anybody can write.',
    finding: 'jwt-alg-none',
    way: 'token',
  },
  {
    id: 'jwt-outlives-cookie',
    title: 'Token outlives its cookie',
    does: 'Issues tokens for an hour in a cookie for a quarter of it.',
    finding: 'jwt-outlives-cookie',
    way: 'token',
  },
  {
    id: 'jwt-long-lived',
    title: 'Token for a year',
    does: 'Issues tokens for a year, in a cookie for as long.',
    finding: 'jwt-long-lived',
    way: 'token',
  },
  {
    id: 'jwt-outlives-sign-out',
    title: 'Token outlives the sign-out',
    does: 'Issues tokens for twelve hours and cannot take one back before.',
    finding: 'jwt-outlives-sign-out',
    way: 'token',
  },
  {
    id: 'jwt-personal-data',
    title: 'Personal data in the token',
    does: 'Puts e-mail address and telephone number into the token, where everybody can read them.',
    finding: 'personal-data',
    way: 'token',
  },
  {
    id: 'jwt-no-audience',
    title: 'Token for nobody in particular',
    does: 'Leaves aud out, so that a token for one service opens another.',
    finding: 'jwt-no-audience',
    way: 'token',
  },
  {
    id: 'jwt-key-from-header',
    title: 'Token that names its key',
    does: 'Puts the address of the key into the token’s header.',
    finding: 'jwt-key-from-header',
    way: 'token',
  },
  {
    id: 'jwt-time-misread',
    title: 'Token with times in milliseconds',
    does: 'Writes exp in milliseconds: read as seconds it lies fifty thousand years ahead.',
    finding: 'jwt-time-misread',
    way: 'token',
  },
  {
    id: 'path-as-border',
    title: 'Path as a border',
    does: 'Sets the token’s cookie for /token only and relies on it that other pages cannot get at it.',
    finding: 'path-as-border',
    way: 'token',
  },
] as const satisfies readonly Variant[];
