import { useId, useState } from 'react';
import { say, sayCount } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { useIgnored } from '../state/ignored-findings';

interface IgnoreFormProps {
  readonly site: string;
  /** Ids of the findings. */
  readonly findings: readonly string[];
}

/** Takes findings off the list for a reason, which has to be given. */
export function IgnoreForm({ site, findings }: IgnoreFormProps) {
  const [reason, setReason] = useState<string | null>(null);
  const id = useId();
  if (reason === null) {
    const label = findings.length === 1 ? say('findings.ignore') : sayCount('findings.ignore-all', findings.length);
    return <Button label={label} onPress={() => setReason('')} />;
  }
  const words = reason.trim();
  const ignore = () =>
    words !== '' && useIgnored.getState().ignore(findings.map((finding) => ({ site, finding, reason: words })));
  return (
    <form
      className="ignore-form"
      data-testid="ignore-form"
      onSubmit={(event) => {
        event.preventDefault();
        ignore();
      }}
    >
      <label htmlFor={id}>{say('findings.ignore.reason')}</label>
      <input
        id={id}
        type="text"
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was pressed.
        autoFocus
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setReason(null);
        }}
      />
      <Button label={say('findings.ignore.do')} primary disabled={words === ''} onPress={ignore} />
      <Button label={say('findings.ignore.cancel')} onPress={() => setReason(null)} />
      <p className="tone-quiet">{say('findings.ignore.kept')}</p>
    </form>
  );
}
