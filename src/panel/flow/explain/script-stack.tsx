import { useState } from 'react';
import type { ScriptPlace } from '../../../analysis/facts/fact';
import { say } from '../../../words/catalogue';
import { LinkButton } from '../../shared/parts/button';
import { visibleString } from '../../shared/parts/visible';
import { usePanel, useRecorded } from '../../state/panel-context';

/** The calls that led to a use of cookies, the innermost first; each leads to its source in DevTools, or copies its place. */
export function ScriptStack({ stack }: { readonly stack: readonly ScriptPlace[] }) {
  const { actions } = usePanel();
  const profile = useRecorded(({ replay }) => replay.profile);
  const [copied, setCopied] = useState(false);
  const open = async ({ url, line, column }: ScriptPlace) => {
    // What is copied must be copied in the turn of the click, so it is known before whether a source can be opened.
    if (profile === 'chromium' && (await actions.source(url, line))) return;
    await actions.copy(`${url}:${line}:${column}`);
    setCopied(true);
  };
  if (stack.length === 0) return <p className="tone-quiet">{say('script.no-stack')}</p>;
  return (
    <>
      <ol className="script-stack" data-testid="script-stack">
        {stack.map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stack does not change, and one place can be in it twice.
          <li key={index}>
            <code>{visibleString(place.name ?? say(place.isEval ? 'script.eval' : 'script.unnamed'))}</code>{' '}
            <LinkButton
              title={say(profile === 'chromium' ? 'script.open' : 'script.copy', { url: place.url })}
              onPress={() => void open(place)}
            >
              {visibleString(`${place.url}:${place.line}:${place.column}`)}
            </LinkButton>
          </li>
        ))}
      </ol>
      <span role="status" className="tone-quiet">
        {copied && say('script.copied')}
      </span>
    </>
  );
}
