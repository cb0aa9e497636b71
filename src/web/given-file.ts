/** The file that the page came with (`cookie-flow serve`); null = none. It is taken out of the document. */
export function givenFile(): File | null {
  const block = document.getElementById('given-file');
  if (block === null) return null;
  const text = atob(block.textContent ?? '');
  const octets = Uint8Array.from(text, (char) => char.charCodeAt(0));
  block.remove();
  return new File([octets], decodeURIComponent(block.dataset.name ?? ''));
}
