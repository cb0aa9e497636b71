import type { Fact } from '../../src/analysis/facts/fact';
import { factsOf } from '../build/example-facts';

const SID = 'sid=31d4d96e407aad42f3c1b7a09e5d8c26';

/** A shop whose Strict session stays behind when a mail leads to it, and whose sign-out deletes nothing. */
export function signedOutFacts(): readonly Fact[] {
  const own = { from: 'https://shop.example', sends: SID } as const;
  return factsOf({
    title: '',
    expect: 'fail',
    steps: [
      {
        ask: 'POST https://shop.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`${SID}; Path=/; Secure; HttpOnly; SameSite=Strict`, 'theme=dark; Path=/; Secure'],
        status: 302,
        answers: { location: '/account' },
      },
      { ...own, ask: 'GET https://shop.example/account', sends: `${SID}; theme=dark`, isRedirect: true },
      {
        ask: 'GET https://shop.example/order',
        from: 'https://mail.example',
        sends: 'theme=dark',
        after: 20,
        status: 302,
        answers: { location: '/login' },
      },
      { ask: 'GET https://shop.example/login', from: 'https://mail.example', sends: 'theme=dark', isRedirect: true },
      {
        ...own,
        ask: 'POST https://shop.example/logout',
        sets: ['sid=; Path=/account; Max-Age=0; Secure'],
        status: 302,
        answers: { location: '/' },
      },
      { ...own, ask: 'GET https://shop.example/account' },
    ],
  });
}
