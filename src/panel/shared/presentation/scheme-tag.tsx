import { say } from '../../../words/catalogue';

/** Marks a scheme that anyone on the network can read. A scheme that encrypts is marked only beside such a one. */
export function SchemeTag({ scheme }: { readonly scheme: string }) {
  const isPlain = scheme === 'http' || scheme === 'ws';
  return (
    <span
      className={isPlain ? 'scheme-tag plain' : 'scheme-tag'}
      title={isPlain ? say('scheme.plain') : undefined}
      data-part="scheme"
    >
      {scheme}
    </span>
  );
}
