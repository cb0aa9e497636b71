import { describe, expect, it } from 'vitest';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { hexDigestOf } from '../../../test/build/trace';
import { bytes } from '../../analysis/engine/base/bytes';
import { Pseudonyms } from './pseudonyms';
import { redactedFacts } from './redacted-facts';
import { redactedUrl } from './redacted-url';

const redacted = (url: string) => redactedUrl(url, new Pseudonyms([], hexDigestOf), { parameters: 0, segments: 0 });

describe('an address keeps its words and loses its ids', () => {
  it.each([
    [
      'https://a.example/app/cart;jsessionid=5AC6268DD8D4D5D1',
      '5AC6268DD8D4D5D1',
      /^https:\/\/a\.example\/app\/cart;jsessionid=[0-9A-F]{16}$/,
    ],
    ['https://a.example/orders/98765', '98765', /^https:\/\/a\.example\/orders\/\d{5}$/],
    ['https://a.example/users/alice@corp.example', 'alice', /^https:\/\/a\.example\/users\/[a-z]{5}@/],
    ['https://a.example/users/alice%40corp.example', 'alice', /^https:\/\/a\.example\/users\/[a-z]{5}%40/],
    ['https://a.example/invite/QwErTyUiOpAsDfGh', 'QwErTy', /^https:\/\/a\.example\/invite\/[A-Za-z]{16}$/],
    ['https://a.example/i/MTIzNDU2Nzg5MDEyMzQ1Ng==', 'MTIzNDU2', /==$/],
    [
      'https://a.example/#/reset/4f9c2d7e1b3a4c5d8e9f?code=secret12',
      '4f9c2d7e',
      /^https:\/\/a\.example\/#\/reset\/[0-9a-f]{20}\?code=[a-z]{6}\d\d$/,
    ],
    ['https://a.example/?next=https%3A%2F%2Falice%3Apassw0rd%40b.example%2F', 'passw0rd', /^https:\/\/a\.example\/\?next=/],
  ])('%s', (url, secret, shape) => {
    expect(redacted(url)).not.toContain(secret);
    expect(redacted(url)).toMatch(shape);
  });

  it.each([
    'https://a.example/account/settings/v2',
    'https://a.example/2026/12/01/a-long-title-of-a-page',
    'https://a.example/#/cart',
    'about:blank',
  ])('%s has none', (url) => {
    expect(redacted(url)).toBe(url);
  });
});

it('a cookie’s path is redacted as the address is, so that the cookie goes where it went', () => {
  const path = '/reset/4f9c2d7e1b3a4c5d8e9f0a1b2c3d4e5f';
  const { facts } = redactedFacts(
    aRecording().add(aResponse().from(`https://a.example${path}`).sets(`sid=1; Path=${path}; Secure`)).facts,
    hexDigestOf,
  );
  const text = JSON.stringify(facts);
  expect(text).not.toContain('4f9c2d7e1b3a4c5d');
  const [, inUrl] = /https:\/\/a\.example(\/reset\/[0-9a-f]{32})"/.exec(text) ?? [];
  expect(text).toContain(bytes(`; Path=${inUrl}; Secure`));
});

it.each([
  ['cart={"a":1;b=Secret1234567}; Path=/; SameSite=Lax', 'Secret1234567', /; Path=\/; SameSite=Lax$/],
  ['sid=1; 4f9c2d7e1b3a4c5d8e9f; Secure', '4f9c2d7e1b3a', /^sid=\d; [0-9a-f]{20}; Secure$/],
  ['sid=1; Comment=Secret1234567; Max-Age=60', 'Secret1234567', /; Comment=[A-Za-z]{6}\d{7}; Max-Age=60$/],
])('what is no attribute of the standard is redacted as the value is: %s', (line, secret, shape) => {
  const { facts } = redactedFacts(aRecording().add(aResponse().from('https://a.example/').sets(line)).facts, hexDigestOf);
  const [made] = facts.flatMap((fact) => (fact.kind === 'response-received' ? fact.setCookie : []));
  expect(made).not.toContain(secret);
  expect(made).toMatch(shape);
});

it.each(['sid=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT; Domain=a.example; HttpOny; MaxAge=60'])(
  '%s keeps its attributes',
  (line) => {
    const { facts } = redactedFacts(aRecording().add(aResponse().from('https://a.example/').sets(line)).facts, hexDigestOf);
    expect(JSON.stringify(facts)).toContain(line.slice(5));
  },
);
