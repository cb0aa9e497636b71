import { arrayOfBytes } from '../analysis/engine/base/bytes';
import type { Bytes } from '../analysis/engine/base/units';
import { DIGEST_OCTETS, type Digests } from '../analysis/facts/digest';

const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/**
 * The digests of `digestUnder`, made by the browser: it needs no code of ours, and takes its time.
 * @param key as `digestKey` gives it
 */
export function digestsUnder(key: string): Digests {
  const imported = crypto.subtle.importKey('raw', ofHex(key), HMAC, false, ['sign']);
  // Whoever waits for a digest is told.
  imported.catch(() => undefined);
  const made = new Map<Bytes, string>();
  return {
    of: (value) => made.get(value) ?? null,
    async make(values) {
      const secret = await imported;
      await Promise.all(
        values.map(async (value) => {
          const signed = await crypto.subtle.sign('HMAC', secret, arrayOfBytes(value));
          made.set(value, hex(new Uint8Array(signed, 0, DIGEST_OCTETS)));
        }),
      );
    },
  };
}

const ofHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const hex = (octets: Uint8Array): string => Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
