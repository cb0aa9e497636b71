import { ALONE, DIRECT, FIRST_TRIAL, type Trial } from '../state/trial';

export const SHOP = {
  ...ALONE,
  ...DIRECT,
  url: 'https://shop.example/login',
  as: 'page',
  top: '',
  method: 'GET',
  next: null,
  thirdParty: 'default',
} as const;
export const AD = { ...SHOP, url: 'https://ads.example/pixel', as: 'image', top: 'https://shop.example/' } as const;
export const ACCOUNT = { ...DIRECT, url: 'https://shop.example/account', as: 'page', method: 'GET', seconds: 60 } as const;
export const NEWS = 'https://news.example/story';

/** Lines to begin with, each with something to see. */
export const PRESETS: readonly Trial[] = [
  { ...SHOP, line: '__Host-sid=abc123; Path=/; Secure; HttpOnly; SameSite=Lax', next: { ...ACCOUNT, top: NEWS } },
  FIRST_TRIAL,
  { ...SHOP, line: 'sid=abc123; Path=/; Secure; HttpOnly; SameSite=Strict', next: { ...ACCOUNT, top: NEWS } },
  {
    ...SHOP,
    line: 'state=f00d; Path=/; Secure',
    next: { ...ACCOUNT, method: 'POST', top: 'https://idp.example/', seconds: 150 },
  },
  { ...SHOP, line: 'sid=1; Path=/login; Secure', next: { ...ACCOUNT, top: '' } },
  {
    ...SHOP,
    line: 'cart=7c1e; Path=/; Secure; SameSite=no_restriction',
    url: 'https://shop.example/embed/cart',
    as: 'frame',
    top: 'https://pay.example/',
  },
  {
    ...AD,
    line: 'ad=1; Secure; SameSite=None; Partitioned',
    next: { ...DIRECT, url: AD.url, as: 'image', top: 'https://other.example/', method: 'GET', seconds: 60 },
  },
  { ...AD, line: 'pid=88213; Path=/; SameSite=None' },
  { ...SHOP, line: 'sid=1; Secure', url: 'http://shop.example/' },
];
