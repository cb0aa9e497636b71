import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from './access';
import type { Seen } from './verdict';

export function sendSawOf(_id: string, _cookie: StoredCookie, _access: Access): readonly Seen[] {
  return [];
}
