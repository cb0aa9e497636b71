import type { DrivenPanel } from '../browsers/driven';

/** Drops a file on the panel, as a user does with one of the desktop. */
export function dropFile(panel: Pick<DrivenPanel, 'evaluate'>, name: string, content: string): Promise<void> {
  return panel.evaluate(
    (called, text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], called));
      const event = (type: string) =>
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true });
      document.body.dispatchEvent(event('dragover'));
      document.body.dispatchEvent(event('drop'));
    },
    name,
    content,
  );
}
