import type { Bytes, Instant } from '../facts/units';
import { parseChromiumDate } from './chromium-date';

export function parseNsprDate(text: Bytes): Instant | null {
  return parseChromiumDate(text);
}
