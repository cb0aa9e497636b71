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

/** A file that is put together in the panel, for one of this size would take long to send there. */
interface RepeatedText {
  readonly before: string;
  /** Its `@` become the number of the repetition. */
  readonly each: string;
  readonly times: number;
  readonly after: string;
}

/** Drops a large file on the panel; gives how many octets it has. */
export function dropLargeFile(panel: Pick<DrivenPanel, 'evaluate'>, name: string, text: RepeatedText): Promise<number> {
  return panel.evaluate(
    (called, before, each, times, after) => {
      const parts = Array.from({ length: times }, (_, at) => (at === 0 ? '' : ',') + each.replaceAll('@', String(at)));
      const file = new File([before + parts.join('') + after], called);
      const transfer = new DataTransfer();
      transfer.items.add(file);
      const event = (type: string) =>
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true });
      document.body.dispatchEvent(event('dragover'));
      document.body.dispatchEvent(event('drop'));
      return file.size;
    },
    name,
    text.before,
    text.each,
    text.times,
    text.after,
  );
}
