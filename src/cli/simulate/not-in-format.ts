/** A file that is not in the format: ends the run with exit 2 and its message as the one line on stderr. */
export class NotInFormat extends Error {
  override readonly name = 'NotInFormat';
}
