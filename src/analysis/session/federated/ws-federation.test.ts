import { describe, expect, it } from 'vitest';
import { aTrace, digestOf } from '../../../../test/build/trace';
import { readWsFederation } from '../../messages/saml';
import { Replay } from '../../replay/replay';
import { sessionsOf } from '../sessions';
import { transactionRequirements } from '../transaction-requirements';

const TOKEN = `<t:RequestSecurityTokenResponse><t:RequestedSecurityToken><saml:Assertion Issuer="http://adfs.test/trust" IssueInstant="2026-11-23T12:00:00Z">
  <saml:Conditions NotBefore="2026-11-23T12:00:00Z" NotOnOrAfter="2026-11-23T13:00:00Z"><saml:AudienceRestrictionCondition><saml:Audience>urn:app</saml:Audience></saml:AudienceRestrictionCondition></saml:Conditions>
  <saml:AttributeStatement><saml:Subject><saml:NameIdentifier>ann</saml:NameIdentifier></saml:Subject></saml:AttributeStatement>
  <ds:Signature/></saml:Assertion></t:RequestedSecurityToken></t:RequestSecurityTokenResponse>`;

const ASK = 'https://adfs.test/ls/?wa=wsignin1.0&wtrealm=urn%3Aapp&wctx={C:20}&wreply=https%3A%2F%2Fapp.example%2Fsignin';

/** Signs in through ADFS: the answer comes by a form with wresult, as the recorder reads it. */
function signedIn({
  returned = '{C:20}',
  last = '302 /account | FedAuth={B:80}; HttpOnly | ctx=; Max-Age=0\n-> https://app.example/account 200',
} = {}) {
  const facts = aTrace(
    'https://app.example',
    `GET /account 302 ${ASK} | ctx={C:20}; HttpOnly; Secure; SameSite=None
     -> ${ASK} 200
     POST https://adfs.test/ls/ [UserName Password] 200
     POST https://app.example/signin [wa wresult wctx=${returned}] ${last}
     GET https://app.example/account 200`,
  ).map((fact) =>
    fact.kind === 'request-sent' && fact.fields !== null
      ? {
          ...fact,
          fields: fact.fields.map((field) => (field.name === 'wresult' ? { ...field, message: readWsFederation(TOKEN) } : field)),
        }
      : fact,
  );
  const [transaction, ...others] = sessionsOf(new Replay().add(facts).rows, digestOf).transactions;
  expect(others).toEqual([]);
  if (transaction === undefined) throw new Error('no transaction');
  return transaction;
}

describe('WS-Federation, its answer by form', () => {
  it('is one transaction from leaving to the session', () => {
    const { protocol, answer, cookies, hops, outcome, signIn } = signedIn();
    expect([protocol, answer?.binding, outcome.kind]).toEqual(['ws-federation', 'form', 'signed-in']);
    expect(hops.map(({ part }) => part)).toEqual(['start', 'leave', 'credentials', 'return', 'landing']);
    expect(cookies.map(({ life, holds }) => [life.name, holds])).toEqual([['ctx', 'relay-state']]);
    expect(signIn).toMatchObject({ how: 'external', id: 'issued' });
  });

  it('tells what wresult says, and of nobody who it is', () => {
    const { answer } = signedIn();
    expect(answer?.message).toMatchObject({
      kind: 'ws-federation',
      issuer: 'http://adfs.test/trust',
      audience: 'urn:app',
      notOnOrAfter: Date.UTC(2026, 10, 23, 13),
      signed: 'assertion',
      notes: [],
    });
    expect(JSON.stringify(answer?.message)).not.toContain('ann');
  });

  it('compares wctx by its digest', () => {
    expect(signedIn().comparisons).toMatchObject([{ what: 'relay-state', back: { kind: 'field', name: 'wctx' }, equal: true }]);
    expect(signedIn({ returned: '{D:20}' }).comparisons).toMatchObject([{ equal: false }]);
  });

  it('tells an answer that the application does not take', () => {
    expect(signedIn({ last: '403' }).outcome).toEqual({ kind: 'refused-by-application', status: 403 });
  });

  it('is held against what ASVS asks of assertions', () => {
    expect(transactionRequirements(signedIn()).find(({ id }) => id === '6.8.2')?.status).toBe('cannot-tell');
  });
});
