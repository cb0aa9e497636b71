/** What was thrown where nobody expected it, with its place, which a report of it needs, and without the rest of the stack. */
export function faultWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [message = ''] = error.message.split('\n');
  const place = (error.stack ?? '').split('\n').flatMap((line) => /^ +at .*?([^/\\(]+:\d+):\d+\)?$/.exec(line)?.[1] ?? [])[0];
  return place === undefined ? message : `${message} (${place})`;
}
