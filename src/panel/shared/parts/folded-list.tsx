import { type ReactNode, useState } from 'react';
import { LinkButton } from './button';

interface FoldedListProps<Item> {
  readonly items: readonly Item[];
  /** So many are shown before the reader asks for the rest. */
  readonly most: number;
  /** What the button says. @param count how many it shows */
  readonly more: (count: number) => string;
  /** One `<li>`. */
  readonly children: (item: Item) => ReactNode;
}

/** The beginning of a list, and the rest of it where a reader wants it. */
export function FoldedList<Item>({ items, most, more, children }: FoldedListProps<Item>) {
  const [all, setAll] = useState(false);
  // A button in place of one or two items would save nothing.
  const shown = all || items.length <= most + 2 ? items : items.slice(0, most);
  return (
    <ul>
      {shown.map(children)}
      {shown.length < items.length && (
        <li>
          <LinkButton onPress={() => setAll(true)}>{more(items.length - shown.length)}</LinkButton>
        </li>
      )}
    </ul>
  );
}
