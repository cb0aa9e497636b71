/**
 * Puts a text on the clipboard. A DevTools panel is a frame without the permission for `navigator.clipboard`, so a
 * selection in a hidden field is copied instead, in the turn of the click.
 */
export async function copyText(text: string): Promise<void> {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  field.style.cssText = 'position:fixed;inset:0 auto auto 0;width:1px;height:1px;opacity:0';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  if (!copied) await navigator.clipboard.writeText(text);
}
