/** A domain as a tool wrote it, as a browser has it: without a dot in front, in lower case, in ASCII. Null = it is no host's name. */
export function hostOfDomain(written: string): string | null {
  const domain = written.toLowerCase().replace(/^\./, '');
  const isAddress = /^\[[\da-f:.]+\]$|^[\da-f.]*:[\da-f.]*:[\da-f:.]*$/.test(domain);
  // A whole address, a list of hosts or a host with a port.
  if (domain === '' || /[\s/,;@?#\x00-\x1f]/.test(domain) || (domain.includes(':') && !isAddress)) return null;
  return /[^\x00-\x7f]/.test(domain) ? inAscii(domain) : domain;
}

const inAscii = (domain: string): string | null =>
  URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : null;
