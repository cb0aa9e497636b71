/** Has the browser save octets as a file, as by a link to them. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun when the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
