/** Text as Node writes it into a header: one octet a character, so text beyond ASCII must be taken apart into its UTF-8. */
export function octets(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
