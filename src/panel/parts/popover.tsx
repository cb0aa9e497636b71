import { type ReactNode, useId, useRef } from 'react';
import { Icon, type IconName } from './icon';

interface PopoverProps {
  readonly label: string;
  readonly icon: IconName;
  readonly children: ReactNode;
}

/** A button that opens a small panel under it. The browser closes it on Escape or a click elsewhere. */
export function Popover({ label, icon, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const place = () => {
    const at = button.current?.getBoundingClientRect();
    if (!at || !panel.current) return;
    panel.current.style.top = `${at.bottom + 2}px`;
    panel.current.style.maxHeight = `calc(100vh - ${at.bottom + 6}px)`;
    panel.current.style.right = `${Math.max(4, window.innerWidth - at.right)}px`;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={label}
        title={label}
        popoverTarget={id}
        onClick={place}
      >
        <Icon name={icon} />
      </button>
      <div ref={panel} id={id} popover="auto" className="popover" role="group" aria-label={label}>
        {children}
      </div>
    </>
  );
}
