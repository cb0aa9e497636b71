import { useState } from 'react';
import { say } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import type { Trial } from '../state/trial';
import { useTrial } from '../state/use-trial';
import { linkOf } from './lab-link';
import { openLink } from './open-link';

interface LinkBarProps {
  readonly trial: Trial;
  readonly copy: (text: string) => Promise<void>;
}

/** The Lab's state as a link, without values, and the way to open one. */
export function LinkBar({ trial, copy }: LinkBarProps) {
  const fault = useTrial(({ linkFault }) => linkFault);
  const [copied, setCopied] = useState(false);
  const copyLink = async () => {
    await copy(`${page()}#view=lab&lab=${linkOf(trial)}`);
    setCopied(true);
  };
  return (
    <div className="lab-links">
      <Button icon="copy" label={say('lab.link.copy')} title={say('lab.link.values')} onPress={() => void copyLink()} />
      <span className="tone-quiet" role="status">
        {copied ? say('lab.link.copied') : ''}
      </span>
      <OpenLink />
      {fault !== null && (
        <span className="tone-bad" role="alert">
          {say(`lab.link.${fault}`)}
        </span>
      )}
    </div>
  );
}

/** A field for a link: one that is pasted opens at once, one that is typed with Enter. */
function OpenLink() {
  const [typed, setTyped] = useState('');
  const open = (link: string) => {
    openLink(link);
    setTyped('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') open(typed);
      }}
    >
      <label>
        {say('lab.link.open')}{' '}
        <input
          type="text"
          spellCheck={false}
          autoComplete="off"
          value={typed}
          placeholder={say('lab.link.paste')}
          data-testid="lab-link"
          onChange={({ target }) => setTyped(target.value)}
          onPaste={(event) => {
            event.preventDefault();
            open(event.clipboardData.getData('text'));
          }}
        />
      </label>
    </form>
  );
}

/** The address that a link leads to; of a panel in DevTools none, and its link is pasted into a Lab. */
const page = (): string => (/^https?:$/.test(location.protocol) ? location.href.replace(/#.*$/s, '') : '');
