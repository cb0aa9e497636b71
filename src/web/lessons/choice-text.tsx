/** A choice: words, or what stands in a header. */
export function ChoiceText({ words: { text, code } }: { readonly words: { readonly text: string; readonly code: boolean } }) {
  return code ? <code>{text}</code> : <span>{text}</span>;
}
