import { useState } from 'react';
import type { Profile } from '../../analysis/engine/verdict/verdict';
import { say } from '../../words/catalogue';
import { LinkButton } from '../shared/parts/button';
import { useIsLive, usePanel, useRecorded } from '../state/panel-context';

/** Leads to the requests of a cookie in the browser's own Network panel, or copies the filter that finds them there. */
export function NetworkLink({ name }: { readonly name: string }) {
  const { actions } = usePanel();
  const isLive = useIsLive();
  const profile = useRecorded(({ replay }) => replay.profile);
  const [copied, setCopied] = useState(false);
  const filter = networkFilter(name, profile);
  const open = async () => {
    // What is copied must be copied in the turn of the click, so it is known before whether the panel can be opened.
    if (profile === 'chromium' && (await actions.network(filter))) return;
    await actions.copy(filter);
    setCopied(true);
  };
  if (!isLive) return null;
  return (
    <>
      <LinkButton title={filter} onPress={() => void open()}>
        {say(profile === 'chromium' ? 'life.network' : 'life.network-copy')}
      </LinkButton>
      <span role="status" className="tone-quiet">
        {copied && say('life.network-copied')}
      </span>
    </>
  );
}

/** Firefox knows the names of cookies only where they are set. */
const networkFilter = (name: string, profile: Profile): string =>
  profile === 'firefox' ? `set-cookie-name:${name}` : `cookie-name:${name}`;
