import { expect, test } from 'vitest';
import { bytes } from '../engine/base/bytes';
import { bodyFields, digestFields } from '../facts/body-fields';
import { messageInField } from './in-field';

test('of a message of a sign-in what it says is kept beside its digest, and nothing of its text', () => {
  const response =
    '<Response InResponseTo="_a1"><Issuer>https://idp.example</Issuer><NameID>ann@shop.example</NameID></Response>';
  const body = { formData: { SAMLResponse: [Buffer.from(response).toString('base64')], RelayState: ['r'.repeat(24)] } };
  const fields = digestFields(bodyFields(body), () => 'digest', messageInField);
  expect(fields?.map(({ name, message }) => [name, message?.issuer ?? null])).toEqual([
    ['SAMLResponse', 'https://idp.example'],
    ['RelayState', null],
  ]);
  expect(JSON.stringify(fields)).not.toContain('ann');
});

test('an ID token of 100 kB is not read, and said to be too large', () => {
  const token = bytes(`${'e'.repeat(40)}.${'y'.repeat(100_000)}.s`);
  expect(messageInField('id_token', token, () => 'digest')).toMatchObject({
    kind: 'id-token',
    issuer: null,
    notes: ['too-large'],
  });
});

test('an ID token that is base64 of base64 is none', () => {
  const payload = Buffer.from(Buffer.from('{"iss":"https://idp.example"}').toString('base64')).toString('base64url');
  expect(messageInField('id_token', bytes(`e30.${payload}.s`), () => 'digest')).toBeNull();
});
