import { say } from '../../../words/catalogue';
import { Icon, type IconName } from '../../shared/parts/icon';

/** What the columns are; where there is no room the counts have pictures. */
export function ListHeader() {
  return (
    <div role="row" className="request-row heading" aria-rowindex={1}>
      <Heading className="mark" hidden label={say('list.severity')} />
      <Heading className="time" label={say('list.time')} />
      <Heading className="method" label={say('list.method')} />
      <Heading className="place" label={say('list.path')} />
      <Heading className="status" label={say('list.status')} />
      <Heading className="type" label={say('list.type')} />
      <Heading className="slot sent" label={say('list.sent')} unit={say('list.sent-unit')} icon="up" />
      <Heading className="slot withheld" label={say('list.withheld')} unit={say('list.withheld-unit')} icon="held" />
      <Heading className="slot set" label={say('list.set')} unit={say('list.set-unit')} icon="down" />
      <Heading className="slot rejected" label={say('list.rejected')} unit={say('list.rejected-unit')} icon="cross" />
    </div>
  );
}

interface HeadingProps {
  readonly className: string;
  readonly label: string;
  /** What the column counts. */
  readonly unit?: string;
  readonly icon?: IconName;
  readonly hidden?: boolean;
}

function Heading({ className, label, unit = label, icon, hidden = false }: HeadingProps) {
  return (
    <span role="columnheader" className={className} title={unit}>
      {hidden ? (
        <span className="visually-hidden">{label}</span>
      ) : icon ? (
        <>
          <span className="long">{label}</span>
          <span className="short" role="img" aria-label={unit}>
            <Icon name={icon} size={12} />
          </span>
        </>
      ) : (
        label
      )}
    </span>
  );
}
