import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import { usePanel } from '../state/panel-context';
import { StateCard } from './state-card';

/** The browser shows us nothing of this site until the reader allows it. */
export function PermissionState({ origins }: { readonly origins: readonly string[] }) {
  const { actions: doing } = usePanel();
  const site = siteOfPattern(origins[0]);
  return (
    <StateCard
      icon="lock"
      title={site ? say('permission.title', { site }) : say('permission.title-unknown')}
      text={say('permission.text')}
      actions={
        <>
          <Button primary label={say('permission.grant')} onPress={doing.grant} />
          <span className="tone-faint">{say('permission.opens')}</span>
        </>
      }
    >
      <li>
        <Icon name="eye" />
        {say('permission.reads')}
      </li>
      <li>
        <Icon name="elsewhere" />
        {say('permission.third-parties')}
      </li>
      <li>
        <Icon name="held" />
        {say('permission.changes-nothing')}
      </li>
    </StateCard>
  );
}

/** The host of a match pattern; null where it is every host or none. */
export function siteOfPattern(pattern: string | undefined): string | null {
  const host = /^[a-z*]+:\/\/([^/]+)\//.exec(pattern ?? '')?.[1];
  return host && host !== '*' ? host.replace(/^\*\./, '') : null;
}
