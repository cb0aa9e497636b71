import { useState } from 'react';
import type { Bytes } from '../../analysis/engine/base/units';
import { isSecretCheckable, knownSecretOf, secretsTried } from '../../analysis/session/values/known-secrets';
import { say } from '../../words/catalogue';
import { LinkButton } from '../shared/parts/button';

/** Tries the secrets that documentation prints on a signed value, when somebody asks for it. Nothing leaves the panel. */
export function SecretCheck({ value }: { readonly value: Bytes }) {
  const [checked, setChecked] = useState<{ readonly value: Bytes; readonly found: string | null } | null>(null);
  if (!isSecretCheckable(value)) return null;
  // A value that came meanwhile was not checked.
  const answer = checked !== null && checked.value === value ? checked : null;
  return (
    <p className="see-also" data-hook="secret-check">
      <LinkButton title={say('cookies.secret.check.title')} onPress={() => setChecked({ value, found: knownSecretOf(value) })}>
        {say('cookies.secret.check')}
      </LinkButton>
      <span role="status" className={answer?.found != null ? 'tone-bad' : 'tone-quiet'}>
        {answer !== null &&
          (answer.found === null
            ? say('cookies.secret.none', { tried: secretsTried(value) })
            : say('cookies.secret.found', { secret: answer.found }))}
      </span>
    </p>
  );
}
