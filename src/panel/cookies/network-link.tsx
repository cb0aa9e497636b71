import { useState } from 'react';
import type { Profile } from '../../analysis/verdict/verdict';
import { say } from '../../words/catalogue';
import { usePanel, useRecorded } from '../panel-context';
import { LinkButton } from '../parts/button';

/** Leads to the requests of a cookie in the browser's own Network panel, or copies the filter that finds them there. */
export function NetworkLink({ name }: { readonly name: string }) {
  const { doing } = usePanel();
  const profile = useRecorded(({ replay }) => replay.profile);
  const [copied, setCopied] = useState(false);
  const filter = networkFilter(name, profile);
  const open = async () => {
    // What is copied must be copied in the turn of the click, so it is known before whether the panel can be opened.
    if (profile === 'chromium' && (await doing.network(filter))) return;
    await doing.copy(filter);
    setCopied(true);
  };
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
