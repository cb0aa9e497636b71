const FROM = { from: 'https://shop.example' } as const;

/** The session of the visit. @internal */
export const SID = 'sid=31d4d96e407aad42f3c1b7a09e5d8c26';

/** A visit to a shop, request by request: the account is refused, somebody signs in, the account is shown. @internal */
export const REFUSED = {
  ...FROM,
  ask: 'GET https://shop.example/account',
  status: 302,
  answers: { location: '/login' },
} as const;
/** @internal */
export const SIGNED_IN = {
  ...FROM,
  ask: 'POST https://shop.example/login',
  fields: { user: 'a', password: 'b' },
  sets: [`${SID}; Path=/; Secure; HttpOnly`],
  status: 302,
  answers: { location: '/account' },
} as const;
/** @internal */
export const SERVED = { ...FROM, ask: 'GET https://shop.example/account' } as const;
/** Another site tells the shop in a frame that the user signed out there. @internal */
export const FRONT_CHANNEL = {
  from: 'https://idp.example',
  top: 'https://idp.example/',
  as: 'subdocument',
  ask: 'GET https://shop.example/oidc/front-channel?iss=https%3A%2F%2Fidp.example&sid=s1d4of7he9session',
} as const;
