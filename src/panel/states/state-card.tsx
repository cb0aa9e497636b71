import type { ReactNode } from 'react';
import { Icon, type IconName } from '../shared/parts/icon';

interface StateCardProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly actions: ReactNode;
  /** List items that say what else there is to know. */
  readonly children: ReactNode;
}

/** What stands in a view's place while it has nothing to show. */
export function StateCard({ icon, title, text, actions, children }: StateCardProps) {
  return (
    <section className="state">
      <div className="state-card">
        <Icon name={icon} size={28} />
        <div>
          <h2>{title}</h2>
          <p>{text}</p>
          <div className="actions">{actions}</div>
          <ul>{children}</ul>
        </div>
      </div>
    </section>
  );
}
