/** A JWT that is sound in all that rules look at: signed, for an audience, good for fifteen minutes. */
export const A_JWT =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

/** A sign-in with an id from before: a guarded page is refused, then served. */
export function signingIn(before: string, after: string) {
  const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';
  return [
    { ask: 'GET https://shop.example/login', sets: [`${before}; ${attributes}`] },
    { ask: 'GET https://shop.example/account', sends: before, status: 302, answers: { location: '/login' } },
    { ask: 'GET https://shop.example/login', sends: before },
    {
      ask: 'POST https://shop.example/login',
      from: 'https://shop.example',
      sends: before,
      fields: { username: 'ann', password: 'secret' },
      status: 302,
      answers: { location: '/account' },
      ...(before === after ? {} : { sets: [`${after}; ${attributes}`] }),
    },
    { ask: 'GET https://shop.example/account', from: 'https://shop.example', sends: after },
  ] as const;
}
