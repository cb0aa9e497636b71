/**
 * Escape means "back" here, and to DevTools "show the console": it gets the key only where the panel has no use for it.
 * To be listened to above everything in the panel that uses the key, and below the document, where Chromium listens.
 * A part that has used the key has prevented its default. Firefox opens its console all the same: its toolbox acts on the
 * key before any panel can answer.
 */
export function claimEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !(event.defaultPrevented || closeOpen())) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Browsers close these by themselves, but not where the key's default is prevented. */
function closeOpen(): boolean {
  const popover = document.querySelector<HTMLElement>(':popover-open');
  const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
  if (popover) popover.hidePopover();
  else dialog?.close();
  return popover !== null || dialog !== null;
}
