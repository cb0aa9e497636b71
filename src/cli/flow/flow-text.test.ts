import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aChange, aCookie, aJarRead } from '../../../test/build/cookie';
import { aGap, aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import type { Fact } from '../../analysis/facts/fact';
import { flowText } from './flow-text';

const A = 'https://a.example/';

describe('the flow as text', () => {
  it('tells what was sent, withheld, stored and refused, and why', () => {
    const lax = aCookie('lax=1').sameSite('lax');
    const text = flowText(
      aRecording()
        .add(aJarRead(null, lax, aCookie('strict=1').sameSite('strict')))
        .after(100)
        .add(
          aResponse()
            .from(A)
            .linkedFrom('https://b.example')
            .carrying('lax=1')
            .sets('new=2', '__Host-x=3; Path=/; Secure; Domain=a.example'),
        )
        .add(aChange().added(aCookie('new=2')))
        .after(300)
        .add(aJarRead('a.example', lax, aCookie('strict=1').sameSite('strict'), aCookie('new=2'))).facts,
    );
    expect(text).toMatch(/GET https:\/\/a\.example\/ +200/);
    expect(text).toMatch(/↑ sent +lax\n/);
    expect(text).toMatch(/⊘ withheld +strict: /);
    expect(text).toMatch(/✓ stored +new=… +\[observed\]/);
    expect(text).toMatch(/✕ rejected +__Host-x=…; Path=\/; Secure; Domain=a\.example +\[observed\]\n +Not stored: /);
    expect(text).toContain(
      '1 request. Cookies: 1 sent, 1 withheld. Set-Cookie lines: 1 took effect, 0 without effect, 1 rejected, 0 unknown.',
    );
  });

  it('no method steers the terminal', () => {
    expect(flowText(aRecording().add(aResponse().from(A).by('G\u001b[2JET')).facts)).toContain(
      'G\\u001b[2JET https://a.example/',
    );
  });

  it('names what went wrong, because of which cookie, and what to do', () => {
    const from = (path: string) => aResponse().from(`https://a.example${path}`);
    const text = flowText(
      aRecording()
        .add(from('/login').by('POST').sets('sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly; SameSite=Strict'))
        .after(500)
        .add(from('/order').linkedFrom('https://mail.example').status(302).heads('location', '/login')).facts,
    );
    expect(text).toMatch(/! GET \/order of a\.example was sent on to sign in, to \/login: sid is withheld: SameSite=Strict/);
    expect(text).toMatch(/→ Fix +\S+ SameSite=Lax:/);
    expect(text).not.toContain('31d4d96e');
  });

  it('says how the engine differs from the browser', () => {
    const text = flowText(aRecording().add(aResponse().from(A).sets('x=1')).after(300).add(aJarRead('a.example')).facts);
    expect(text).toContain('[observed; prediction: stored]');
  });

  it('shows scripts and times without recording', () => {
    const text = flowText(
      aRecording()
        .add(aResponse().from(A))
        .add(aChange().added(aCookie('_ga=1')))
        .after(500)
        .add(aGap(3000))
        .after(50)
        .add(aJarRead(null, aCookie('_ga=1'), aCookie('late=1'))).facts,
    );
    expect(text).toMatch(
      /<> Stored, but not by a recorded response: what changed the cookie is not known\. +not recorded: a script, another tab…/,
    );
    expect(text).toMatch(/Not recorded for 3 s\n +changed meanwhile: late/);
  });

  it('lets no value of a cookie out', () => {
    const text = flowText(
      aRecording()
        .add(aJarRead(null, aCookie('a=SECRET1')))
        .add(aResponse().from(A).carrying('a=SECRET1; b=SECRET2').sets('c=SECRET3; Path=/', 'SECRETLESS'))
        .add(aChange().added(aCookie('d=SECRET4')))
        .after(5000)
        .add(aResponse().from(A)).facts,
    );
    expect(text).not.toMatch(/SECRET[0-9]/);
  });

  it('does not let a server steer the terminal', () => {
    const text = flowText(aRecording().add(aResponse().from(A).sets('x\u001b[2J=1; Path=/\u0007; é=\u202e')).facts);
    expect(text).toContain('\\u001b[2J');
    expect([...text].filter((char) => (char < ' ' && char !== '\n') || char === '\u202e')).toEqual([]);
  });

  it('prints the sign-in that was recorded in Firefox', () => {
    const facts = JSON.parse(
      readFileSync(new URL('../../../test/recordings/firefox-sign-in.json', import.meta.url), 'utf8'),
    ) as readonly Fact[];
    const text = flowText(facts);
    expect(text).toMatch(/POST http:\/\/shop\.localhost:\d+\/sign-in +303[\s\S]+?⇄ replaced +__Host-sid=…/);
    expect(text).toMatch(/⊘ withheld +__Host-csrf: /);
  });
});
