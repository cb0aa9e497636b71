import type { Budget } from './budget';

const IPV4 = /(?:^|[^\w.])((?:\d{1,3}\.){3}\d{1,3})(?![\w.])/;
const IPV6_LOCAL = /(?:^|[^\w:])(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):[0-9a-f:]{2,35}/i;
/** Names that no public resolver answers. @see RFC 6762, RFC 8375, RFC 2606 */
const INTERNAL_HOST =
  /(?:^|[^\w.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:internal|local|lan|corp|intranet|home\.arpa)(?![\w.-])/i;
/** @see https://my.f5.com/manage/s/article/K6917 */
const BIG_IP = /^(\d{1,10})\.(\d{1,5})\.0000$/;

/** Notes addresses of machines inside a network. @param place the claim or field; empty = the value itself */
export function noteAddresses(text: string, budget: Budget, place = ''): void {
  const four = IPV4.exec(text)?.[1];
  if (four !== undefined && isPrivateIpv4(four)) budget.note('internal-address', { what: 'ipv4', place });
  if (IPV6_LOCAL.test(text)) budget.note('internal-address', { what: 'ipv6', place });
  if (INTERNAL_HOST.test(text)) budget.note('internal-address', { what: 'host', place });
}

/** The address and port that a BIG-IP persistence cookie encodes (both little-endian); null = not of that form. */
export function bigIpAddress(text: string): { readonly address: string; readonly port: number } | null {
  const match = BIG_IP.exec(text);
  if (match === null) return null;
  const [host, port] = [Number(match[1]), Number(match[2])];
  if (host > 0xffffffff || port > 0xffff) return null;
  const address = [host & 0xff, (host >>> 8) & 0xff, (host >>> 16) & 0xff, (host >>> 24) & 0xff].join('.');
  return { address, port: ((port & 0xff) << 8) | (port >> 8) };
}

/** @see RFC 1918, RFC 6598; loopback tells nothing of the network and is left out */
function isPrivateIpv4(address: string): boolean {
  const octets = address.split('.').map(Number);
  if (octets.length !== 4 || octets.some((octet) => !(octet <= 255))) return false;
  const [a, b] = [octets[0] ?? 0, octets[1] ?? 0];
  if (a === 10 || (a === 192 && b === 168)) return true;
  return (a === 172 && b >= 16 && b <= 31) || (a === 100 && b >= 64 && b <= 127) || (a === 169 && b === 254);
}
