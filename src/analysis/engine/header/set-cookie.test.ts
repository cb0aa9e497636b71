import { describe, expect, test } from 'vitest';
import { PROFILES, type Profile } from '../base/profile';
import type { Bytes } from '../base/units';
import type { SetCookie } from './parsed-line';
import { readLine } from './read-line';
import { parseSetCookie } from './set-cookie';

const PLAIN: Omit<SetCookie, 'line'> = {
  name: 'a' as Bytes,
  value: '1' as Bytes,
  hasEquals: true,
  domain: null,
  path: null,
  maxAge: null,
  expires: null,
  sameSite: 'absent',
  secure: false,
  httpOnly: false,
  partitioned: false,
  priority: 'medium',
};

type Fields = { readonly [Name in keyof SetCookie]?: SetCookie[Name] extends Bytes | null ? string | null : SetCookie[Name] };

/** Both readers, the fast one and the one that also says where everything stands, give these fields. */
function expectFields(line: string, profile: Profile, expected: object): void {
  const {
    nameSpan: _name,
    valueSpan: _value,
    attributes: _attributes,
    notes: _notes,
    ...fields
  } = readLine(line as Bytes, profile);
  expect(parseSetCookie(line as Bytes, profile)).toEqual(expected);
  expect(fields).toEqual(expected);
}

const LONG = 'v'.repeat(1025);
const LIMIT = 'v'.repeat(1024);

describe('a line that all read alike, §5.6', () => {
  test.each<[line: string, differs: Fields]>([
    ['a=1', {}],
    // The pair.
    ['a=', { value: '' }],
    ['=1', { name: '' }],
    ['=', { name: '', value: '' }],
    ['', { name: '', value: '', hasEquals: false }],
    ['k', { name: '', value: 'k', hasEquals: false }],
    ['k; x=1', { name: '', value: 'k', hasEquals: false }],
    [' \t a \t = \t 1 \t ', {}],
    ['a=1=2', { value: '1=2' }],
    ['a=="1"', { value: '="1"' }],
    ['a="1; 2"', { value: '"1' }],
    ['a=b c', { value: 'b c' }],
    ['a b=1', { name: 'a b' }],
    ['a=\xff', { value: '\xff' }],
    ['a=1;', {}],
    ['a=1;;; ;\t;', {}],
    // Flags, in any case, with or without a value.
    ['a=1; Secure', { secure: true }],
    ['a=1;secure', { secure: true }],
    ['a=1;\tSECURE\t', { secure: true }],
    ['a=1; Secure=', { secure: true }],
    ['a=1; Secure=false', { secure: true }],
    ['a=1; Secured', {}],
    ['a=1; Secur', {}],
    ['a=1; "Secure"', {}],
    ['a=1; Sec ure', {}],
    ['a=1; \x13ecure', {}],
    ['a=1; max\x0dage=1', {}],
    ['a=1; HttpOnly', { httpOnly: true }],
    ['a=1; hTTpONLY=0', { httpOnly: true }],
    ['a=1; Http-Only', {}],
    // As long as a known name, or with its beginning.
    ['a=1; Foobarba=low', {}],
    ['a=1; Mix-Age=60', {}],
    ['a=1; Max-Axe=60', {}],
    ['a=1; Priority=lowest', {}],
    ['a=1; Priority=higher', {}],
    ['a=1; Partitioned', { partitioned: true }],
    ['a=1; PARTITIONED=x', { partitioned: true }],
    ['a=1; Partitionet', {}],
    // Values.
    ['a=1; Domain=A.test', { domain: 'A.test' }],
    ['a=1; Domain = .a.test ', { domain: '.a.test' }],
    ['a=1; Domain', { domain: '' }],
    ['a=1; Domain=', { domain: '' }],
    ['a=1; Domain=x=y', { domain: 'x=y' }],
    ['a=1; Domain=a; Domain=b', { domain: 'b' }],
    ['a=1; Domain=a; Domain=', { domain: '' }],
    ['a=1; Path=/x', { path: '/x' }],
    ['a=1; PATH=/; path=/y', { path: '/y' }],
    ['a=1; Path', { path: '' }],
    ['a=1; Paht=/', {}],
    ['a=1; Max-Age=60', { maxAge: '60' }],
    ['a=1; Max-Age=60; max-age=70', { maxAge: '70' }],
    ['a=1; MaxAge=60', {}],
    ['a=1; Max_Age=60', {}],
    ['a=1; Expires=x', { expires: 'x' }],
    ['a=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT', { expires: 'Wed, 21 Oct 2037 07:28:00 GMT' }],
    ['a=1; Expirys=x', {}],
    ['a=1; SameSite=Strict', { sameSite: 'strict' }],
    ['a=1; samesite= LAX ', { sameSite: 'lax' }],
    ['a=1; SameSite=nOnE', { sameSite: 'none' }],
    ['a=1; SameSite', {}],
    ['a=1; SameSite=', {}],
    ['a=1; SameSite=default', {}],
    ['a=1; SameSite=Stricter', {}],
    ['a=1; SameSite=xax', {}],
    ['a=1; SameSite=nope', {}],
    ['a=1; SameSite=Strikt', {}],
    // The last one counts, even if it says nothing that is known.
    ['a=1; SameSite=Strict; SameSite=Lax', { sameSite: 'lax' }],
    ['a=1; SameSite=Strict; SameSite=x', {}],
    ['a=1; Priority=Low', { priority: 'low' }],
    ['a=1; Priority=HIGH', { priority: 'high' }],
    ['a=1; Priority=Medium', {}],
    ['a=1; Priority=x', {}],
    ['a=1; Priority=hihg', {}],
    ['a=1; Priority=lov', {}],
    ['a=1; Priority=High; Priority=x', {}],
    // Over 1024 octets a value is ignored, the occurrence before it counts.
    [`a=1; Domain=${LIMIT}`, { domain: LIMIT }],
    [`a=1; Domain=a; Domain=${LONG}`, { domain: 'a' }],
    [`a=1; Path=/; Path=${LONG}`, { path: '/' }],
    [`a=1; Max-Age=1; Max-Age=${'1'.repeat(1025)}`, { maxAge: '1' }],
    [`a=1; Expires=x; Expires=${LONG}`, { expires: 'x' }],
    [`a=1; SameSite=Lax; SameSite=${LONG}`, { sameSite: 'lax' }],
    [`a=1; Priority=Low; Priority=${LONG}`, { priority: 'low' }],
    [`a=1; Secure=${LIMIT}; HttpOnly=${LIMIT}; Partitioned=${LIMIT}`, { secure: true, httpOnly: true, partitioned: true }],
    [`a=1; Secure; Secure=${LONG}`, { secure: true }],
    // A name or value is not cut, however long.
    [`a=${'v'.repeat(5000)}`, { value: 'v'.repeat(5000) }],
    ['a=1\x00\x7f', { value: '1\x00\x7f' }],
    ['a=1\t2', { value: '1\t2' }],
    ['a=1\x80', { value: '1\x80' }],
    // After an equals sign in the pair, attributes look for their own.
    ['k; Secure', { name: '', value: 'k', hasEquals: false, secure: true }],
    ['k; Secure; Path=/', { name: '', value: 'k', hasEquals: false, secure: true, path: '/' }],
    ['k; Secure; x=Path; Path=/', { name: '', value: 'k', hasEquals: false, secure: true, path: '/' }],
  ])('%j', (line, differs) => {
    for (const profile of PROFILES) expectFields(line, profile, { ...PLAIN, line, ...differs });
  });
});

describe('a line that they read differently', () => {
  test.each<[line: string, spec: Fields, chromium: Fields, firefox: Fields]>([
    // Of repeated lifetimes the standard takes the last that makes sense.
    ['a=1; Max-Age=60; Max-Age=x', { maxAge: '60' }, { maxAge: 'x' }, { maxAge: 'x' }],
    ['a=1; Max-Age=x; Max-Age=y', { maxAge: 'x' }, { maxAge: 'y' }, { maxAge: 'y' }],
    ['a=1; Max-Age=x; Max-Age=60', { maxAge: '60' }, { maxAge: '60' }, { maxAge: '60' }],
    ['a=1; Expires=x; Expires=y', { expires: 'x' }, { expires: 'y' }, { expires: 'y' }],
    [
      'a=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT; Expires=y',
      { expires: 'Wed, 21 Oct 2037 07:28:00 GMT' },
      { expires: 'y' },
      { expires: 'y' },
    ],
    // A flag with a long value is a flag to Firefox alone.
    [`a=1; Secure=${LONG}`, {}, {}, { secure: true }],
    [`a=1; HttpOnly=${LONG}`, {}, {}, { httpOnly: true }],
    [`a=1; Partitioned=${LONG}`, {}, {}, { partitioned: true }],
  ])('%j', (line, spec, chromium, firefox) => {
    expectFields(line, 'spec', { ...PLAIN, line, ...spec });
    expectFields(line, 'chromium', { ...PLAIN, line, ...chromium });
    expectFields(line, 'firefox', { ...PLAIN, line, ...firefox });
    expect(parseSetCookie(line as Bytes)).toEqual(parseSetCookie(line as Bytes, 'spec'));
  });
});
