import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { usePanel } from '../state/panel-context';
import { StateCard, StateFact } from './state-card';

/** The browser shows us nothing of this site until the reader allows it. */
export function PermissionState({ origins }: { readonly origins: readonly string[] }) {
  const { actions } = usePanel();
  const site = siteOfPattern(origins[0]);
  return (
    <StateCard
      icon="lock"
      title={site ? say('permission.title', { site }) : say('permission.title-unknown')}
      text={say('permission.text')}
      action={<Button primary label={say('permission.grant')} onPress={actions.grant} />}
      hint={say('permission.opens')}
    >
      <StateFact icon="eye">{say('permission.reads')}</StateFact>
      <StateFact icon="elsewhere">{say('permission.third-parties')}</StateFact>
      <StateFact icon="held">{say('permission.changes-nothing')}</StateFact>
    </StateCard>
  );
}

/** The host of a match pattern; null where it is every host or none. */
export function siteOfPattern(pattern: string | undefined): string | null {
  const host = /^[a-z*]+:\/\/([^/]+)\//.exec(pattern ?? '')?.[1];
  return host && host !== '*' ? host.replace(/^\*\./, '') : null;
}
