/** Has the browser save a text as a file, as by a link to it. */
export function saveText(text: string, name: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun when the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
