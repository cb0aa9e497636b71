export type { Cookie } from './engine/cookie';
export { type CookieJar, createJar, type RequestCookies } from './engine/cookie-jar';
export type { CookieRequest, EngineOptions } from './engine/cookie-request';
export { decideSending, decideStorage, type SendingDecision, type StorageDecision } from './engine/decisions';
export type { DescribedRequest } from './engine/described-request';
export type { LineNoteKind, SendingReason, StorageReason } from './engine/reasons';
export { readSetCookieLine as parseSetCookie, type SetCookieLine, type SetCookieNote } from './engine/set-cookie-line';
