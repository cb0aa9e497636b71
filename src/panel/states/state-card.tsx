import type { ReactNode } from 'react';
import { Icon, type IconName } from '../shared/parts/icon';

interface StateCardProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** What the reader can do about it. */
  readonly action: ReactNode;
  /** Beside the action: another way, or what follows. */
  readonly hint: ReactNode;
  /** `StateFact`s: what else there is to know. */
  readonly children: ReactNode;
}

/** What stands in a view's place while it has nothing to show. */
export function StateCard({ icon, title, text, action, hint, children }: StateCardProps) {
  return (
    <section className="state">
      <div className="state-card">
        <Icon name={icon} size={28} />
        <div>
          <h2>{title}</h2>
          <p>{text}</p>
          <div className="actions">
            {action}
            <span className="tone-faint">{hint}</span>
          </div>
          <ul>{children}</ul>
        </div>
      </div>
    </section>
  );
}

export const StateFact = ({ icon, children }: { readonly icon: IconName; readonly children: ReactNode }) => (
  <li>
    <Icon name={icon} />
    <span>{children}</span>
  </li>
);
