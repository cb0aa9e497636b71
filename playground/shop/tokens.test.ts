import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import type { VariantId } from '../variants';
import { Switches } from '../web/switches';
import { Tokens } from './tokens';

const NOW = Math.floor(Date.now() / 1000);
const tokens = (...flaws: VariantId[]) => new Tokens('a secret of sufficient length, for tests', new Switches(flaws));

describe('a token', () => {
  it('names its user until it is taken back', async () => {
    const issuer = tokens();
    const token = await issuer.issue('alice', NOW);
    expect(await issuer.userOf(token)).toBe('alice');
    await issuer.revoke(token);
    expect(await issuer.userOf(token)).toBe(null);
  });

  it('is good for a quarter of an hour and no longer', async () => {
    const issuer = tokens();
    const { exp, iat } = decodeJwt(await issuer.issue('alice', NOW));
    expect(Number(exp) - Number(iat)).toBe(900);
    expect(await issuer.userOf(await issuer.issue('alice', NOW - 901))).toBe(null);
  });

  it('with alg none is refused, as is one signed by somebody else', async () => {
    const unsigned = await tokens('jwt-alg-none').issue('alice', NOW);
    const foreign = await new Tokens('another secret of sufficient length', new Switches()).issue('alice', NOW);
    expect(await tokens().userOf(unsigned)).toBe(null);
    expect(await tokens().userOf(foreign)).toBe(null);
    expect(await tokens().userOf('not.a.token')).toBe(null);
  });

  it.each([
    'jwt-alg-none',
    'jwt-no-exp',
    'jwt-personal-data',
    'jwt-outlives-cookie',
    'jwt-long-lived',
    'jwt-no-audience',
    'jwt-key-from-header',
    'jwt-time-misread',
  ] as const)('signs in with each flaw: %s', async (flaw) => {
    const issuer = tokens(flaw);
    expect(await issuer.userOf(await issuer.issue('alice', NOW))).toBe('alice');
  });

  it('that outlives the sign-out is not taken back', async () => {
    const issuer = tokens('jwt-outlives-sign-out');
    const token = await issuer.issue('alice', NOW);
    await issuer.revoke(token);
    expect(await issuer.userOf(token)).toBe('alice');
  });

  it('has each flaw when its switch is on', async () => {
    expect(decodeProtectedHeader(await tokens('jwt-alg-none').issue('alice', NOW)).alg).toBe('none');
    expect(decodeJwt(await tokens('jwt-no-exp').issue('alice', NOW)).exp).toBeUndefined();
    expect(decodeJwt(await tokens('jwt-personal-data').issue('alice', NOW))).toMatchObject({ email: 'alice@example.com' });
    expect(decodeJwt(await tokens('jwt-no-audience').issue('alice', NOW)).aud).toBeUndefined();
    expect(decodeProtectedHeader(await tokens('jwt-key-from-header').issue('alice', NOW)).jku).toBe('http://shop.localhost/keys');
    expect(decodeJwt(await tokens('jwt-time-misread').issue('alice', NOW)).exp).toBe((NOW + 900) * 1000);
    expect(decodeJwt(await tokens('jwt-long-lived').issue('alice', NOW)).exp).toBe(NOW + 31_536_000);
    expect(decodeJwt(await tokens('jwt-outlives-cookie').issue('alice', NOW)).exp).toBe(NOW + 3600);
  });
});
