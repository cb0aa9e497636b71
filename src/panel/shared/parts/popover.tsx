import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './icon';

interface PopoverProps {
  readonly label: string;
  readonly icon: IconName;
  /** The label stands beside the icon where there is room. */
  readonly labelled?: boolean;
  /** It may take the whole width. */
  readonly wide?: boolean;
  /** What is in it is made when it opens. */
  readonly lazy?: boolean;
  /** Id of the button, for a key that opens it. */
  readonly buttonId?: string;
  readonly children: ReactNode;
}

/** A button that opens a small panel under it. The browser closes it on Escape or a click elsewhere. */
export function Popover({ label, icon, labelled = false, wide = false, lazy = false, buttonId, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onResize = () => place(button, panel, wide);
    if (open) window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, [open, wide]);
  return (
    <>
      <button
        ref={button}
        id={buttonId}
        type="button"
        className={labelled ? 'icon-button labelled' : 'icon-button'}
        aria-label={label}
        title={label}
        popoverTarget={id}
        onClick={() => place(button, panel, wide)}
      >
        <Icon name={icon} />
        {labelled && <span aria-hidden="true">{label}</span>}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={wide ? 'popover wide' : 'popover'}
        role="group"
        aria-label={label}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {(open || !lazy) && children}
      </div>
    </>
  );
}

/** Puts the panel under its button, and the right edges of both above each other. */
function place(button: RefObject<HTMLElement | null>, panel: RefObject<HTMLElement | null>, wide: boolean): void {
  const at = button.current?.getBoundingClientRect();
  if (!at || !panel.current) return;
  panel.current.style.top = `${at.bottom + 2}px`;
  panel.current.style.maxHeight = `calc(100vh - ${at.bottom + 6}px)`;
  panel.current.style.right = `${wide ? 4 : Math.max(4, window.innerWidth - at.right)}px`;
}
