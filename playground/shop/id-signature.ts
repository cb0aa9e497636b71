import { createHmac } from 'node:crypto';

/** A session id as express-session writes it into the cookie: `s:`, the id, a dot and its signature. */
export function signed(id: string, secret: string): string {
  return `s:${id}.${createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '')}`;
}
