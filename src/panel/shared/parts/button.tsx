import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

interface ButtonProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly onPress: () => void;
}

export function Button({ label, icon, primary = false, disabled = false, title, onPress }: ButtonProps) {
  return (
    <button type="button" className={primary ? 'button primary' : 'button'} disabled={disabled} title={title} onClick={onPress}>
      {icon && <Icon name={icon} size={13} />}
      {label}
    </button>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly tone?: string;
  readonly onPress: () => void;
}

/** A square button that only shows a picture; its label is its name and its tooltip. */
export function IconButton({ label, icon, pressed, disabled = false, tone, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      className={tone ? `icon-button tone-${tone}` : 'icon-button'}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Text that acts as a link inside the panel. */
export function LinkButton({
  children,
  title,
  onPress,
}: {
  readonly children: ReactNode;
  readonly title?: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="link" title={title} onClick={onPress}>
      {children}
    </button>
  );
}
