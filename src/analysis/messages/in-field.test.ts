import { expect, test } from 'vitest';
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
