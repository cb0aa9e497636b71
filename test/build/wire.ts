import type { WireCookie } from '../../src/analysis/facts/from-cookies';
import type { WireRequest } from '../../src/analysis/facts/from-webrequest';
import { NOON } from './clock';

/** What events of one request have in common. */
export const wireRequest = (requestId: string, fields: Partial<WireRequest> & { readonly at?: number } = {}): WireRequest => ({
  requestId,
  url: 'https://a.example/',
  method: 'GET',
  type: 'main_frame',
  tabId: 1,
  frameId: 0,
  parentFrameId: -1,
  timeStamp: fields.at ?? NOON,
  ...fields,
});

export const wireCookie = (name: string, fields: Partial<WireCookie> = {}): WireCookie => ({
  name,
  value: '1',
  domain: 'a.example',
  hostOnly: true,
  path: '/',
  secure: false,
  httpOnly: false,
  sameSite: 'unspecified',
  storeId: '0',
  ...fields,
});
