const IPV4 = /^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}$/;

/** Whether a host is an IP address: such a host has no parent domain. */
export function isIpAddress(host: string): boolean {
  const last = host.charCodeAt(host.length - 1);
  if (last === 0x5d) return host.startsWith('[');
  return last >= 0x30 && last <= 0x39 && IPV4.test(host);
}

/** `localhost` and everything below it, with or without the root's dot. */
export function isLocalhost(host: string): boolean {
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  return name === 'localhost' || name.endsWith('.localhost');
}

/** 127.0.0.0/8 and ::1. */
export function isLoopback(host: string): boolean {
  return host === '[::1]' || (host.startsWith('127.') && IPV4.test(host));
}
